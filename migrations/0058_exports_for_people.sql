-- A file of customers may be made for people: with the titles, dates and amounts of the screens.
alter table exports add column language text check (language in ('en', 'es'));
comment on column exports.language is 'Of a file for people: that of its titles and dates; null of one in the words of the wire';
