/**
 * What columns are called, by the path that they become. As `headerWords` gives them: no accents, no
 * articles ("fecha nacimiento"). The paths with a leading ~ are decided by the other columns:
 * ~name, ~company, ~contact, ~title.
 */
export const aliases: Readonly<Record<string, string>> = {
  vcard: 'vcard|v card|vcf',
  externalId:
    'id|uuid|guid|uid|customer id|client id|contact id|external id|record id|user id|member id|person id|customer uuid|cust id|custid|customerid|clientid|' +
    'id cliente|id client|id customer|id contact|cliente id|kunden id|kunde id|klant id|identifiant|identifiant client|identificador|square customer id|account id|guest id|profile id|patient id|pk|key|crm id|legacy id|old id|system id|source id|contact key|external key|codigo interno',
  number:
    'number|no|nr|num|customer number|customer no|customer nr|customer code|client number|client no|client code|cust no|account number|account no|acct no|account code|debtor number|debitor|debitor number|' +
    'kunden nummer|kunden nr|kd nr|kdnr|debitorennummer|numero cliente|num cliente|no cliente|codigo cliente|cod cliente|codigo|cod|codice|codice cliente|cod cliente|numero client|no client|num client|code client|ref client|' +
    'reference client|klant nummer|klant nr|debiteurnummer|numero membre|member number|member no|membership number|kund nummer|kund nr|kundenr|nummer|reference id|reference|customer reference|customer ref|ref|numero socio|' +
    'asiakasnumero|kundnummer|kundenummer|numer klienta',
  firstName:
    'first name|firstname|first|given name|givenname|forename|fname|f name|name first|christian name|given|vorname|vor name|rufname|primer nombre|nombre pila|nombres|prenom|prenoms|primeiro nome|nome proprio|voornaam|fornavn|fornamn|etunimi|imie|jmeno|ime|prenume|keresztnev|ad|imya|имя|名',
  middleName:
    'weitere vornamen|weiterer vorname|middle name|middlename|middle|middle initial|mname|second name|additional name|zweiter vorname|segundo nombre|deuxieme prenom|secondo nome|nome meio|tweede naam|tussenvoegsel|mellannavn',
  lastName:
    'last name|lastname|last|surname|family name|familyname|lname|l name|name last|sur name|nachname|familienname|nach name|zuname|apellido|apellidos|primer apellido|apellido paterno|nom famille|cognome|sobrenome|apelido|ultimo nome|achternaam|familienaam|etternavn|efternavn|efternamn|sukunimi|nazwisko|prijmeni|prezime|nume familie|vezeteknev|soyad|soyadi|familiya|фамилия|姓',
  secondLastName: 'segundo apellido|apellido materno|second surname|second last name|apellido 2|apellido2',
  nameSuffix: 'namenssuffix|sufijo nombre|suffixe nom|suffix|name suffix|generation|sufijo',
  nickname:
    'nickname|nick name|nick|known as|alias|preferred name|goes by|spitzname|rufname2|apodo|surnom|soprannome|apelido2|roepnaam|bijnaam|short name|call name',
  salutation:
    'salutation|prefix|name prefix|namensprafix|prefijo nombre|prefixe nom|prefisso nome|prefixo nome|courtesy title|title courtesy|honorific|greeting|anrede|titel anrede|tratamiento|saludo|trato|civilite|titre civilite|titolo cortesia|tratamento|saluto|aanhef|tilltal',
  '~title': 'title|titel|titre|titulo|titolo',
  'organization.title':
    'position in organisation|position organisation|cargo en organizacion|cargo organizacion|titre organisation|posizione organizzazione|cargo organizacao|job title|jobtitle|job|position|role|job role|designation|contact title|contact role|contact position|funktion|position funktion|beruf|cargo|puesto|poste|fonction|ruolo|posizione|qualifica|mansione|funcao|functie|stilling|befattning|organization title|company role|job function|occupation',
  '~name':
    'name|names|nombre|nom|nome|naam|namn|navn|nimi|nazwa|nazev|numele|nev|isim|имя клиента|名前|氏名|姓名|이름',
  fullName:
    'full name|fullname|complete name|customer name|client name|display name|person name|guest name|member name|whole name|name full|first last|first and last name|name last first|vor und nachname|name vorname|vorname nachname|vollstandiger name|kunden name|kunde|' +
    'nombre completo|nombre cliente|nombre y apellidos|nombre apellidos|apellidos y nombre|apellidos nombre|nombre y apellido|nombre contacto completo|cliente|nom complet|nom client|nom prenom|prenom nom|nom et prenom|client|nome completo|nome cliente|nome cognome|nome e cognome|cognome nome|nome e sobrenome|nominativo|' +
    'volledige naam|klant naam|klant|kund namn|fullt namn|fulde navn|customer|guest|patient name|patient|member|attendee|recipient name|imie i nazwisko|subscriber name|buyer name|user name full|ad soyad|jmeno a prijmeni|fio|фио',
  '~company':
    'name organisation|organisation name|nombre organizacion|nom organisation|nome organizzazione|nome organizacao|naam organisatie|company|company name|companyname|business|business name|businessname|organization|organisation|organization name|organisation name|org|org name|firm|firm name|employer|account name|account|trading name|trade name|dba|doing business as|legal name|associated company|company associated|' +
    'customer company|customer company name|firma|firmenname|firma name|firmen name|unternehmen|unternehmensname|betrieb|firmenbezeichnung|name firma|empresa|nombre empresa|razon social|nombre comercial|nombre fiscal|compania|negocio|sociedad|' +
    'societe|entreprise|raison sociale|nom entreprise|nom societe|nom commercial|organisme|azienda|ditta|ragione sociale|nome azienda|societa|nome ditta|denominazione|razao social|nome fantasia|nome empresa|' +
    'bedrijf|bedrijfsnaam|bedrijf naam|organisatie|naam bedrijf|foretag|foretagsnamn|virksomhed|firmanavn|bedrift|yritys|nazwa firmy|spolecnost|companie|default address company|organization 1 name|supplier name|store name customer|school|school name|restaurant name|venue name',
  '~contact':
    'contact|contact name|contactname|contact person|contactperson|primary contact|main contact|contact full name|attn|attention|representative|rep name|ansprechpartner|ansprechpartner name|kontaktperson|kontakt|kontakt person|kontaktname|persona contacto|nombre contacto|contacto|contacto principal|' +
    'nom contact|personne contact|interlocuteur|contact principal|referente|nome contatto|contatto|persona contatto|persona riferimento|pessoa contato|contato|nome contato|contactpersoon|naam contactpersoon|kontakt namn',
  'contact.firstName':
    'contact first name|contact firstname|contact given name|kontakt vorname|contact vorname|nombre pila contacto|prenom contact|contact prenom|contact voornaam',
  'contact.lastName':
    'contact last name|contact lastname|contact surname|kontakt nachname|contact nachname|apellido contacto|apellidos contacto|contact nom famille|contact achternaam',
  'contact.email':
    'contact email|contact email address|email contact|email contacto|correo contacto|kontakt email|email contatto',
  'contact.phone':
    'contact phone|contact phone number|contact telephone|contact mobile|phone contact|telefono contacto|telephone contact|kontakt telefon|telefono contatto|contact tel|contact cell',
  businessName: 'nombre negocio|business trading name',
  registrationNumber:
    'registration number|company registration number|company number|company registration|registration no|business registration number|handelsregisternummer|handelsregister|hrb|siret|siren|no siret|numero siret|kvk|kvk nummer|registro mercantil|matricula mercantil|rea|org nr|organisationsnummer|organisasjonsnummer|cvr|krs|regon|nire|crn|acn|ico',
  taxId:
    'tax id|taxid|tax number|tax no|tax identification number|vat|vat number|vat no|vat id|vatid|vat registration number|tin|ein|fein|abn|gst|gst number|gstin|gst no|ust id|ustid|ust id nr|ust idnr|ustidnr|ust nr|umsatzsteuer id|umsatzsteuer identifikationsnummer|steuernummer|steuer nr|' +
    'nif|cif|nif cif|cif nif|cif dni|rfc|cuit|rut|ruc|nit|id fiscal|identificacion fiscal|numero identificacion fiscal|cnpj|cnpj cpf|cpf cnpj|tva|no tva|numero tva|tva intracommunautaire|no tva intracommunautaire|partita iva|p iva|piva|iva|partiva|btw|btw nummer|btw nr|moms nr|momsnummer|nip|dic|sales tax id|fiscal code|tax code|eu vat',
  taxExempt:
    'tax exempt|taxexempt|is tax exempt|exempt|tax free|exento|exento impuestos|exento iva|steuerbefreit|steuerfrei|exonere tva|exonere taxe|esente iva|isento|btw vrij|vrijgesteld',
  website:
    'website|web site|web|url|homepage|home page|website url|site|site web|site internet|web page|webpage|webseite|internet|www|pagina web|sitio web|sito|sito web|sito internet|company domain|company domain name|domain|web address|company website|webbplats|hjemmeside|strona www',
  industry:
    'industry|sector|branche|business type|line business|industria|rubro|giro|secteur|secteur activite|activite|settore|ramo|sector actividad|vertical|industrie|bransch|naics|sic',
  email:
    'email|emails|mail|email address|emailaddress|mail address|email 1|email1|email primary|e mail|mailadresse|mail adresse|email adresse|emailadresse|correo|correo electronico|correo e|direccion correo|direccion correo electronico|direccion email|direccion mail|courriel|adresse email|adresse mail|adresse electronique|mel|adresse courriel|' +
    'posta elettronica|indirizzo email|indirizzo mail|email cliente|endereco email|correio eletronico|emailadres|email adres|mailadres|epost|epostadresse|epostadress|sahkoposti|adres email|email adresa|eposta|почта|メール|メールアドレス|邮箱|电子邮件|login email|email id|emailid|email 1 value|email value|work email|personal email|home email|business email',
  additionalEmails:
    'additional emails|additional email|other email|other emails|email 2|email2|email 3|email3|secondary email|alternate email|alternative email|alt email|second email|cc email|backup email|email otro|otro email|otro correo|correo alternativo|correo secundario|weitere email|zweite email|email secondaire|autre email|altra email|email alternativo|tweede email|email cc',
  phone:
    'phone|phones|phone number|phonenumber|telephone|telephone number|tel|tel no|tel nr|phone no|phone nr|contact number|contact no|phone 1|phone1|telephone 1|ph|main phone|landline|land line|fixed phone|day phone|daytime phone|number phone|fixed line|company phone|business telephone|' +
    'telefon|telefonnummer|telefon nr|rufnummer|fon|telefon 1|festnetz|telefono|telefonos|telefono fijo|numero telefono|num telefono|no telefono|fijo|telefono 1|tfno|tlf|tfn|fono|telephone fixe|numero telephone|no telephone|tel fixe|fixe|telefono fisso|recapito telefonico|recapito|numero telefono cliente|telefone|telefone fixo|fone|numero telefone|' +
    'telefoon|telefoonnummer|tel nummer|vaste telefoon|telefonnr|telefonnumre|puhelin|puhelinnumero|telefon kontaktowy|nr telefonu|numer telefonu|telefonni cislo|telefonszam|телефон|電話|電話番号|电话|전화|default address phone|phone value',
  'phones.mobile':
    'mobile|mobile phone|mobile number|mobile no|mobile phone number|mobile tel|cell|cell phone|cellphone|cell number|cell no|cellular|mob|mob no|gsm|sms number|text number|whatsapp|whatsapp number|smartphone|mobil|mobiltelefon|mobilnummer|mobil nr|mobilfunk|mobilfunknummer|handy|handynummer|handy nr|' +
    'movil|telefono movil|tel movil|numero movil|celular|telefono celular|numero celular|tel celular|portable|telephone portable|tel portable|numero portable|telephone mobile|tel mobile|cellulare|telefono cellulare|telefono mobile|numero cellulare|cell tel|telemovel|telefone celular|mobiel|mobiele telefoon|mobiel nummer|mobiele nummer|gsm nummer|mobilnummer|mobiltelefonnummer|matkapuhelin|komorka|telefon komorkowy|mobilni telefon|携帯|手机|phone mobile|phone cell|mobile 1',
  'phones.work':
    'work phone|work number|work telephone|office phone|office number|business phone|business number|phone work|phone office|work tel|office tel|telefon geschaftlich|telefon arbeit|geschaftlich|telefon buro|dienstlich|telefono trabajo|telefono oficina|telefono laboral|tel trabajo|telephone professionnel|telephone bureau|tel bureau|tel pro|telephone travail|telefono ufficio|telefono lavoro|telefone comercial|telefone trabalho|telefoon werk|werktelefoon|telefon praca|direct phone|direct line|direct dial|phone direct|company main phone|company phone number',
  'phones.home':
    'home phone|home number|home telephone|phone home|residence phone|house phone|home tel|evening phone|night phone|telefon privat|privattelefon|privat|telefono casa|telefono particular|telefono domicilio|tel casa|telephone domicile|telephone maison|tel domicile|tel personnel|telefono casa cliente|telefone residencial|telefone casa|telefoon thuis|telefoon prive',
  'phones.personal':
    'personal phone|personal number|private phone|telefono personal|telephone personnel|telefono personale',
  'phones.fax':
    'fax|fax number|fax no|fax nr|faxnummer|telefax|fax phone|business fax|work fax|home fax|numero fax|telecopie|telecopieur|no fax|faksi|faks',
  'phones.other':
    'other phone|alternate phone|alternative phone|alt phone|second phone|secondary phone|phone 2|phone2|phone 3|phone3|telephone 2|tel 2|tel2|phone alternate|phone other|additional phone|pager|assistant phone|car phone|telefon 2|telefono 2|otro telefono|telefono adicional|telefono alternativo|telefono secundario|telephone 2|autre telephone|altro telefono|telefono 3|telefone 2|telefoon 2|tweede telefoon|shipping phone|delivery phone|billing phone',
  'phone.extension':
    'extension|ext|phone extension|phone ext|durchwahl|extension telefono|anexo|interno|poste telephone|work phone extension|ramal|toestel',
  'phone.kind':
    'phone type|phone kind|phone label|telefontyp|tipo telefono|type telephone|telephone type|phone 1 type',
  gender:
    'gender|sex|geschlecht|sexo|genero|sexe|genre|sesso|genere|geslacht|kon|kjonn|kon pohlavi|plec|sukupuoli|cinsiyet|пол|性別|性别',
  dateOfBirth:
    'birthday|birth date|dateofbirth|fechadenacimiento|datedenaissance|datadenascimento|datadinascita|birthdate|date birth|dob|d o b|bday|b day|born|birth day|birthday date|geburtstag|geburtsdatum|geb datum|geboren|geb dat|geb|fecha nacimiento|fecha nac|f nacimiento|fec nac|f nac|nacimiento|cumpleanos|fecha cumpleanos|date naissance|naissance|ne le|anniversaire|date anniversaire|' +
    'data nascita|nascita|compleanno|nato il|data nascimento|data nasc|nascimento|aniversario nascimento|geboortedatum|geboortedag|verjaardag|fodselsdato|fodelsedatum|fodselsdag|fodelsedag|syntymaaika|syntymapaiva|data urodzenia|urodziny|datum narozeni|narozeniny|datum rodenja|data nasterii|szuletesi datum|dogum tarihi|дата рождения|день рождения|生年月日|生日',
  'dateOfBirth.month':
    'birth month|birthday month|month birth|dob month|mes nacimiento|geburtsmonat|mois naissance',
  'dateOfBirth.day':
    'birth day number|day birth|dob day|birthday day|dia nacimiento|geburtstag tag|jour naissance',
  'dateOfBirth.year':
    'birth year|year birth|dob year|birthday year|ano nacimiento|geburtsjahr|jahrgang|annee naissance|anno nascita|ano nascimento|geboortejaar',
  nationality:
    'nationality|citizenship|nacionalidad|nationalitat|staatsangehorigkeit|nationalite|nazionalita|cittadinanza|nacionalidade|nationaliteit|nationalitet',
  idNumber:
    'id number|id card|id card number|identity number|identity card|identity document|document number|document id|passport|passport number|passport no|national id|national id number|ssn|social security number|drivers license|driver license|license number|ausweisnummer|ausweis nr|personalausweis|dni|nie|dni nie|documento|numero documento|documento identidad|no documento|doc identidad|cedula|numero cedula|curp|cpf|rg|numero identificacion|piece identite|numero piece identite|codice fiscale|cod fiscale|cf|carta identita|numero documento identita|bsn|paspoort|personnummer|pesel|aadhaar|identificacion',
  anniversary:
    'anniversary|anniversary date|date anniversary|wedding anniversary|first visit anniversary|aniversario|fecha aniversario|jahrestag|hochzeitstag|anniversario|jubileum',
  gateCode:
    'gate code|gatecode|door code|access code|entry code|buzzer|buzzer code|lock box code|codigo puerta|codigo acceso|codigo porton|clave acceso|turcode|zugangscode|torcode|digicode|code porte|code acces|code portail|codice cancello|codice accesso|codice portone|codigo portao|deurcode|toegangscode|poortcode',
  notes:
    'notes|note|comment|comments|memo|remark|remarks|internal notes|internal note|customer notes|customer note|background|description|additional notes|additional information|additional info|special instructions|observation|observations|general notes|notizen|notiz|bemerkung|bemerkungen|anmerkung|anmerkungen|kommentar|hinweis|hinweise|interne notiz|' +
    'notas|nota|observaciones|comentarios|comentario|obs|notas internas|commentaire|commentaires|remarque|remarques|note interne|osservazioni|commenti|annotazioni|observacoes|observacao|anotacoes|opmerking|opmerkingen|notities|notitie|anteckning|anteckningar|anmarkning|merknad|muistiinpanot|uwagi|notatki|poznamka|poznamky|notlar|примечание|備考|备注',
  preferredLanguage:
    'language|preferred language|lang|locale|language code|customer language|sprache|korrespondenzsprache|idioma|idioma preferido|lengua|langue|langue preferee|lingua|lingua preferita|lingua idioma|taal|voorkeurstaal|sprak|sprog|kieli|jezyk|jazyk',
  accountType:
    'account type|registration type|kontotyp|tipo cuenta|type compte|tipo account|accounttype|account state|tipo conta',
  type: 'type|customer type|client type|contact type|kind|person type|entity type|record type|is company|kundentyp|kunden typ|kundenart|tipo|tipo cliente|tipo persona|type client|type personne|tipologia|tipologia cliente|tipo di cliente|tipo pessoa|klant type|type klant|kundtyp|typ|account class',
  status:
    'status|customer status|client status|active|is active|enabled|contact status|member status|aktiv|kunden status|estado cliente|activo|estatus|situacion|actif|statut|statut client|stato|stato cliente|attivo|ativo|situacao|actief|klant status|account status|record status|inactive',
  'doNotServe.value':
    'do not serve|donotserve|do not service|banned|blacklisted|blacklist|barred|gesperrt|no atender|lista negra|ne pas servir|non servire|do not rent',
  'doNotServe.reason': 'do not serve reason|ban reason|blacklist reason|sperrgrund|motivo bloqueo',
  'consent.email':
    'marketing allowed|newsletter ja nein|accepts email marketing|email marketing|accepts marketing|email opt in|email optin|email consent|email marketing consent|email subscription status|email subscription|email subscribed|subscribed email|newsletter|newsletter subscription|newsletter subscribed|subscribed newsletter|newsletter opt in|marketing opt in|opt in|optin|opted in|subscribed|subscription status|marketing consent|consent marketing|marketing|marketing preference|marketing permission|allow marketing|receive emails|receive newsletter|mailing list|marketing email|marketing emails|email marketing status|email status|is subscribed|opt in email|email ok|email permission|' +
    'acepta marketing|acepta email marketing|acepta correos|acepta publicidad|acepta comunicaciones|suscrito|suscripcion|boletin|suscrito newsletter|suscrito boletin|consentimiento|consentimiento marketing|newsletter abonniert|newsletter anmeldung|newsletteranmeldung|werbung|werbeeinwilligung|werbung erlaubt|einwilligung|einwilligung werbung|' +
    'accepte marketing|accepte newsletter|inscrit newsletter|abonne newsletter|consentement|consentement marketing|accetta marketing|iscritto newsletter|consenso|consenso marketing|aceita marketing|aceita emails|nieuwsbrief|nieuwsbrief aangemeld|toestemming|marketing toestemming|nyhetsbrev|nyhedsbrev|uutiskirje|zgoda marketingowa',
  'consent.sms':
    'accepts sms marketing|sms marketing|sms opt in|sms optin|sms consent|sms subscribed|sms marketing consent|sms|sms subscription status|sms subscription|text opt in|text marketing|receive sms|accepts texts|text ok|sms ok|sms marketing status|opt in sms|sms permission|acepta sms|acepta marketing sms|sms einwilligung|accepte sms|accetta sms|aceita sms|sms toestemming',
  'consent.call':
    'call consent|phone consent|phone marketing|accepts calls|call opt in|phone opt in|telemarketing|acepta llamadas|einwilligung telefon|accepte appels|accetta chiamate',
  'consent.email.optOut':
    'email opt out|opted out email|has opted out email|email optout|unsubscribed|opt out|optout|opted out|do not email|no email|no emails|unsubscribed email|email unsubscribed|no marketing|do not contact|baja newsletter|no publicidad|keine werbung|desinscrit',
  'consent.sms.optOut':
    'sms opt out|opted out sms|do not text|no sms|text opt out|no texts|sms unsubscribed|keine sms',
  'consent.call.optOut':
    'do not call|no calls|call opt out|phone opt out|opted out calls|no llamar|nicht anrufen|ne pas appeler|non chiamare',
  tags:
    'libelles|libelle|rotulos|etiquetas contacto|tags|tag|labels|label|group|groups|group membership|customer group|customer groups|customer tags|category|categories|segment|segments|customer category|lists|list|classification|class|guest tags|etiquetas|etiqueta|grupo|grupos|grupo cliente|categoria|categorias|segmento|schlagworte|schlagwort|stichworte|gruppe|gruppen|kunden gruppe|kategorie|kategorien|' +
    'etiquettes|etiquette|groupe|groupes|groupe client|categorie|segmento cliente|etichette|etichetta|gruppo|gruppi|gruppo cliente|marcadores|etiquetas cliente|labels klant|groep|groepen|klantgroep|taggar|etiketter|grupper|tagi|grupa|stitky',
  '~storeId': 'store id|location id|branch id|site id|shop id|outlet id',
  stores:
    'store|stores|store name|store names|home store|preferred store|store code|branch|branches|branch name|shop|shop name|outlet|location|locations|location name|home location|preferred location|filiale|filialen|standort|geschaftsstelle|tienda|tiendas|sucursal|sede|local|magasin|boutique|succursale|point vente|agence|negozio|punto vendita|filiale cliente|loja|lojas|filial|unidade|winkel|vestiging|filiaal|butik|affar|sklep|oddzial|restaurant|restaurant location|salon|branch code|store no|store number|location code',
  salesperson:
    'salesperson|sales person|sales rep|salesrep|sales representative|account manager|account owner|contact owner|company owner|owner|assigned to|assigned user|responsible|rep|agent|verkaufer|vertreter|betreuer|zustandig|kundenbetreuer|vendedor|comercial|ejecutivo|responsable|agente|commercial|vendeur|venditore|agente commerciale|vendedora|verkoper|accountmanager|saljare|selger|handlowiec|crm owner|lead owner|hair stylist|preferred staff|stylist',
  'address.label': 'address label|address name|address type|adresstyp|tipo direccion|type adresse',
  'address.line1':
    'address|address 1|address1|address line 1|addressline1|address line1|street|street address|street address 1|street 1|street1|street line 1|address street|addr|addr1|addr 1|addr line 1|mailing address|postal address|mailing street|physical address|home address|full address|residential address|street name|thoroughfare|default address address1|default address address 1|' +
    'adresse|adresse 1|strasse|str|strasse hausnummer|strasse hausnr|strasse nr|strasse und hausnummer|strasse u hausnummer|anschrift|adresszeile 1|adresszeile1|postanschrift|wohnadresse|direccion|direccion 1|direccion postal|domicilio|calle|calle y numero|calle numero|dir|direccion linea 1|via|' +
    'rue|adresse postale|adresse ligne 1|voie|adresse rue|no et rue|adresse complete|indirizzo|indirizzo 1|via e numero|via numero|indirizzo completo|via piazza|endereco|rua|logradouro|endereco 1|morada|adres|straat|straatnaam|adres 1|straat en huisnummer|straat huisnummer|adresregel 1|adress|gata|gatuadress|gateadresse|vej|vejnavn|katuosoite|osoite|lahiosoite|ulica|adres zamieszkania|ulice|utca|cim|adresa|adresi|адрес|улица|住所|地址',
  'address.houseNumber':
    'house number|house no|house nr|street number|street no|building number|hausnummer|haus nr|hausnr|hnr|numero exterior|numero calle|numero via|no exterior|num ext|numero civico|civico|huisnummer|huisnr|husnummer|numero voie|no rue|numero rue|numero casa|numero endereco|nr domu|cislo popisne',
  'address.line2':
    'address 2|address2|address line 2|addressline2|address line2|street address 2|street 2|street2|street line 2|addr2|addr 2|addr line 2|apartment|apt|apt no|suite|unit|unit number|apt suite|apartment suite|apt unit|floor|building|flat|room|po box|pobox|extended address|default address address2|default address address 2|adresszusatz|adresse 2|adresszeile 2|zusatz|postfach|' +
    'direccion 2|direccion linea 2|piso|numero interior|no interior|num int|piso puerta|complemento|puerta|adresse ligne 2|complement adresse|complement|batiment|etage|appartement|indirizzo 2|interno scala|scala|complemento endereco|apartamento|andar|adres 2|adresregel 2|toevoeging|huisnummer toevoeging|busnummer|address 3|address line 3|address3|street 3|c o',
  'address.city':
    'city|city name|town|city town|town city|suburb|locality|municipality|place|village|address city|default address city|mailing city|ort|stadt|wohnort|gemeinde|ortschaft|ciudad|poblacion|localidad|municipio|ciudad poblacion|ville|commune|localite|citta|comune|paese citta|localita|cidade|localidade|municipio cidade|plaats|stad|woonplaats|gemeente|ort stad|by|poststed|postort|kaupunki|postitoimipaikka|miasto|miejscowosc|mesto|obec|oras|varos|sehir|ilce|город|市|城市',
  'address.state':
    'state|province|region|county|state province|province state|state region|state county|state province region|state code|province code|region code|address state|state abbreviation|st|prefecture|district|canton|address region|default address province code|default address province|bundesland|kanton|provincia|estado|departamento provincia|state id|comunidad autonoma|estado provincia|provincia estado|' +
    'departement|regione|prov|regione provincia|uf|estado uf|distrito|provincie|staat|lan|fylke|maakunta|wojewodztwo|kraj|judet|megye|il|область|регион|都道府県|省',
  'address.postalCode':
    'postal code|postalcode|postcode|post code|zip|zipcode|zip postal code|zip postal|postal|postal zip|postal zip code|zip postcode|pin code|pincode|eircode|address zip|mailing zip|mailing postal code|zip4|default address zip|address postal code|plz|postleitzahl|codigo postal|cod postal|cp|c p|cod post|code postal|cap|codice postale|codice avviamento postale|cep|codigo enderecamento postal|postnummer|postnr|post nr|postinumero|kod pocztowy|psc|cod postal romania|iranyitoszam|posta kodu|индекс|почтовый индекс|郵便番号|邮编|우편번호',
  'address.country':
    'country|country region|country code|country id|land region|land regio|cc|countrycode|country name|country iso|country iso code|nation|address country|default address country code|default address country|mailing country|land|staat land|landeskennung|landercode|land code|pais|pais region|codigo pais|pays|code pays|paese|nazione|stato nazione|codice paese|codigo do pais|landcode|landkode|maa|kraj panstwo|panstwo|zeme|stat|tara|orszag|ulke|страна|国|国家|국가|country of residence|country residence',
  'address.gateCode': 'address gate code|delivery gate code',
  customerSince:
    'customer since|client since|member since|created|created at|created on|create date|created date|creation date|date created|date added|added on|added|date add|first visit|first seen|first visit date|since|join date|date joined|joined|joined on|start date|opened|date opened|customer created|record created|contact created|account created|createdate|createdat|created time|contact created date|first contact|date first visit|' +
    'kunde seit|kunden seit|stammkunde seit|angelegt am|erstellt am|erstellt|anlagedatum|erfasst am|cliente desde|fecha alta|fecha creacion|alta|fecha ingreso|creado|creado el|fecha registro alta|client depuis|date creation|cree le|date ajout|cliente dal|data creazione|creato il|data inserimento|data cadastro|data criacao|criado em|cliente desde quando|klant sinds|aangemaakt|aangemaakt op|aanmaakdatum|skapad|oprettet|opprettet|luotu|data utworzenia|vytvoreno',
  registeredAt:
    'registered at|registration date|registered|registered on|date registered|registration|signed up|signup date|sign up date|signed up at|signup|sign up|registriert am|registrierungsdatum|registrierung|fecha registro|registrado|fecha inscripcion|date inscription|inscrit le|date enregistrement|data registrazione|registrato il|data registo|data registro|registratiedatum|geregistreerd op|optin time|confirm time',
  lastLoginAt:
    'last login|last login at|last login date|last signed in|last sign in|letzte anmeldung|ultimo acceso|derniere connexion|ultimo accesso|laatste login',
  lastActivityAt:
    'last activity|last activity at|last activity date|last seen|last active|last contacted|letzte aktivitat|ultima actividad|derniere activite|ultima attivita',
  'organization.number': 'company customer number|organization number',
  'billing.onAccount':
    'on account|pay on account|house account|house account status|invoice customer|rechnungskunde|a cuenta',
  'billing.onHold': 'on hold|account on hold|credit hold|hold|bloqueado credito',
  'billing.requirePurchaseOrder': 'po required|purchase order required|po number required|requires po',
  'billing.discountPercent':
    'discount|discount percent|discount rate|discount percentage|customer discount|order discount|rabatt|rabatt prozent|descuento|porcentaje descuento|remise|sconto|desconto|korting',
  'billing.noMinimumOrder': 'no minimum order|waive minimum order',
  'billing.noDeliveryCharge': 'no delivery charge|free delivery|free shipping|waive delivery charge',
  'billing.paymentTerms':
    'payment terms|terms|net terms|payment term|zahlungsbedingungen|zahlungsziel|zahlungskonditionen|condiciones pago|forma pago|plazo pago|terminos pago|conditions paiement|delai paiement|condizioni pagamento|termini pagamento|condicoes pagamento|prazo pagamento|betalingsvoorwaarden|betalingstermijn|betalningsvillkor',
  'billing.creditLimit':
    'credit limit|kreditlimit|limite credito|limite credit|plafond credit|fido|limite de credito|kredietlimiet|kreditgrans',
  'billing.invoiceNotes': 'invoice notes|invoice note|notas factura|rechnungshinweis',
  'billing.invoiceEmails':
    'invoice email|invoice emails|billing email|billing emails|email facturacion|correo facturacion|accounts payable email|ap email|rechnungs email|rechnung email|email facturation|email fatturazione|factuur email|pec',
}
