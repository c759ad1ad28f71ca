-- What customers said of the merchant, and the figures that follow from it, kept in the transaction that changes a review.

create table reviews (
  merchant_id uuid not null references merchants on delete cascade,
  id uuid not null,
  source text collate "C" not null check (length(source) between 1 and 60),
  external_id text collate "C" not null check (length(external_id) between 1 and 200),
  score numeric(2, 1) check (score between 1 and 5),
  sentiment text not null check (sentiment in ('positive', 'neutral', 'negative')),
  text text,
  author text,
  response text,
  responded_at timestamptz,
  source_updated_at timestamptz,
  store_id uuid,
  customer_id uuid,
  organization_id uuid,
  order_id uuid,
  customer_pinned boolean not null default false,
  customer_reference jsonb,
  at timestamptz not null,
  local_day date not null,
  digest bytea not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (merchant_id, id),
  constraint reviews__external_key unique (merchant_id, external_id, source),
  constraint reviews__store_fk foreign key (merchant_id, store_id) references stores on delete set null (store_id),
  constraint reviews__order_fk foreign key (merchant_id, order_id) references orders on delete set null (order_id),
  constraint reviews__customer_fk foreign key (merchant_id, customer_id) references customers on delete set null (customer_id),
  constraint reviews__organization_fk foreign key (merchant_id, organization_id) references customers on delete set null (organization_id)
);
comment on column reviews.sentiment is 'As the source says; else by the score: from 4 positive, to 2 negative';
comment on column reviews.local_day is 'The day of at in the store''s zone (else the merchant''s) when it was written';
comment on column reviews.organization_id is 'Given, else that of its order, else the customer''s primary organization when it was written; null when the customer is that organization';
comment on column reviews.customer_pinned is 'Set by a user: what the source sends later keeps it';
comment on column reviews.customer_reference is 'What the source names and nobody, or more than one, is known by';
comment on column reviews.digest is 'SHA-256 of what the source said, read: the same again changes nothing';
create index reviews__at_idx on reviews (merchant_id, at, id);
create index reviews__sentiment_idx on reviews (merchant_id, sentiment, at, id);
create index reviews__customer_idx on reviews (merchant_id, customer_id, at, id) where customer_id is not null;
create index reviews__organization_idx on reviews (merchant_id, organization_id, at, id) where organization_id is not null;
create index reviews__order_idx on reviews (merchant_id, order_id) where order_id is not null;
select secure_merchant_table('reviews', 'select, insert, update, delete');

-- How many reviews each customer and organization left, by day and store: an organization has no more of these rows than the
-- calendar has days, however many contacts write for it.
create table review_days (
  merchant_id uuid not null,
  customer_id uuid not null,
  day date not null,
  store_id uuid not null,
  reviews int not null,
  positive int not null,
  negative int not null,
  primary key (merchant_id, customer_id, day, store_id),
  constraint review_days__customer_fk foreign key (merchant_id, customer_id) references customers on delete cascade
);
comment on column review_days.store_id is 'The nil id for reviews of no store';
select secure_merchant_table('review_days', 'select, insert, update, delete');

alter table customer_stats
  add column reviews int not null default 0,
  add column reviews_positive int not null default 0,
  add column reviews_negative int not null default 0;
comment on column customer_stats.reviews is 'Sums of review_days';
create index customer_stats__reviews_idx on customer_stats (merchant_id, reviews, customer_id) where reviews > 0;

alter table merchants add column show_reviews boolean not null default true;
comment on column merchants.show_reviews is 'Whether screens show reviews; they are kept either way';

-- As it was (0036), and at the end what customers said, of those who said something: all other rows stay as they are.
create or replace function list_figures(s customer_stats) returns text
  language sql stable parallel safe as $$
  select case when s.last_day is not null or s.snoozed_until is not null or s.orders <> 0 or s.revenue_total <> 0 or s.reviews > 0 then
    concat_ws('|', coalesce(to_char(s.first_day::timestamp, 'YYYY-MM-DD'), ''), coalesce(to_char(s.last_day::timestamp, 'YYYY-MM-DD'), ''),
              coalesce(to_char(s.at_risk_on::timestamp, 'YYYY-MM-DD'), ''), coalesce(to_char(s.lost_on::timestamp, 'YYYY-MM-DD'), ''),
              coalesce(s.usual_gap::text, ''), coalesce(to_char(s.snoozed_until::timestamp, 'YYYY-MM-DD'), ''),
              coalesce(public.json_instant(s.first_order_at), ''), coalesce(public.json_instant(s.last_order_at), ''),
              s.orders, s.visits, s.revenue_6m, s.revenue_total,
              case when s.reviews > 0 then s.reviews end, case when s.reviews > 0 then s.reviews_positive end,
              case when s.reviews > 0 then s.reviews_negative end) end
$$;

create function review_figures_of(merchant uuid, people uuid[])
returns table (customer_id uuid, reviews int, positive int, negative int)
language sql stable set search_path = public, pg_temp as $$
  select p.id, d.reviews, d.positive, d.negative
    from unnest(people) p(id)
    cross join lateral (
      select coalesce(sum(d.reviews), 0)::int as reviews, coalesce(sum(d.positive), 0)::int as positive,
             coalesce(sum(d.negative), 0)::int as negative
        from review_days d where d.merchant_id = merchant and d.customer_id = p.id) d
$$;

-- Adds what reviews changed: [{customer, day, store, reviews, positive, negative}]. Customers and their figures are locked as
-- whoever writes figures does it.
create function add_to_review_figures(merchant uuid, days jsonb) returns void
language plpgsql set search_path = public, pg_temp set plan_cache_mode = force_generic_plan
set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
declare touched uuid[] := array(select distinct (d.value ->> 'customer')::uuid from jsonb_array_elements(days) d);
begin
  if cardinality(touched) = 0 then return; end if;
  perform lock_figures(merchant, touched);
  insert into review_days as d (merchant_id, customer_id, day, store_id, reviews, positive, negative)
    select merchant, x.customer, x.day, x.store, x.reviews, x.positive, x.negative
      from jsonb_to_recordset(days) as x(customer uuid, day date, store uuid, reviews int, positive int, negative int)
    on conflict (merchant_id, customer_id, day, store_id)
    do update set reviews = d.reviews + excluded.reviews, positive = d.positive + excluded.positive, negative = d.negative + excluded.negative;
  if days @? '$[*] ? (@.reviews < 0)' then
    delete from review_days d using jsonb_to_recordset(days) as x(customer uuid, day date, store uuid)
     where d.merchant_id = merchant and d.customer_id = x.customer and d.day = x.day and d.store_id = x.store and d.reviews = 0;
  end if;
  insert into customer_stats as s (merchant_id, customer_id, reviews, reviews_positive, reviews_negative)
    select merchant, f.customer_id, f.reviews, f.positive, f.negative from review_figures_of(merchant, touched) f
    on conflict (merchant_id, customer_id) do update
       set reviews = excluded.reviews, reviews_positive = excluded.reviews_positive, reviews_negative = excluded.reviews_negative
     where (s.reviews, s.reviews_positive, s.reviews_negative) is distinct from
           (excluded.reviews, excluded.reviews_positive, excluded.reviews_negative);
end $$;

revoke execute on function review_figures_of(uuid, uuid[]), add_to_review_figures(uuid, jsonb) from public;
grant execute on function review_figures_of(uuid, uuid[]), add_to_review_figures(uuid, jsonb) to clientele_app;
