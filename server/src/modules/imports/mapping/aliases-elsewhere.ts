/**
 * More of what columns are called: in languages that few programs ship with, and as people shorten
 * things in sheets by hand. Read like `aliases`; where both have a word, this one stands.
 */
export const aliasesElsewhere: Readonly<Record<string, string>> = {
  number:
    'sifra stranke|stevilka stranke|รหัสลูกค้า|номер на клиент|broj klijenta|kliendi nr|kliento nr|code|referencia|account reference|account ref|reference no|mitglieds nummer|mitglieds nr|mitgliedsnr|mitgliedsnummer|asiakasnro|asiakas nro|nr klienta|kod klienta|cislo zakaznika|ugyfelszam|ugyfelkod|nr client|cod client|sifra kupca|broj kupca|musteri no|musteri kodu|顧客番号|顧客コード|会員番号|客户编号|客戶編號|会员编号|고객번호|회원번호|رقم العميل|كود العميل|מספר לקוח|no клиента|номер клиента|код клиента|код клієнта|κωδικος πελατη|κωδικος|no pelanggan|kode pelanggan|ma khach hang|ma kh',
  firstName:
    'meno|krstne meno|ชื่อ|ชื่อจริง|име|eesnimi|vardas|vards|forenames|vornamen|adi|اسم الأول|الاسم الأول|שם פרטי|ім’я|ονομα|nama depan|名字|이름 first|křestní jméno',
  middleName: 'отчество|по батькові|πατρωνυμο|ten lot|voorvoegsel|tussenv',
  lastName:
    'priezvisko|priimek|นามสกุล|фамилно име|perekonnanimi|pavarde|uzvards|cognoms|اسم العائلة|اللقب|שם משפחה|прізвище|επωνυμο|επιθετο|nama belakang|姓氏|családnév',
  secondLastName: 'segon cognom',
  '~name': 'nume|nama|tên|الاسم|שם|ім’я та прізвище',
  fullName:
    'ime in priimek|meno a priezvisko|ชื่อ นามสกุล|ชื่อลูกค้า|име и фамилия|imie i nazwisko klienta|vardas ir pavarde|vardas pavarde|nama lengkap|nama pelanggan|ho va ten|ho ten|nume si prenume|nume complet|ime i prezime|adi soyadi|ad soyadi|musteri adi|الاسم الكامل|اسم العميل|שם מלא|שם לקוח|піб|пип|ф и о|ονοματεπωνυμο|teljes nev|for och efternamn|fornavn og efternavn|for og efternavn|fornavn og etternavn|nom i cognoms|nombre y apellidos del cliente|お名前|お客様名|客户姓名|고객명|성명',
  '~company':
    'podjetje|spolocnost|obchodne meno|บริษัท|ชื่อบริษัท|фирма клиент|imone|ettevote|uznemums|co|fa|accounts|company account|organizacion|organizzazione|organizacao|organizacja|organisasjon|organizatie|tvrtka|poduzece|sirket|sirket adi|firma adi|unvan|cegnev|ceg|会社名|会社|法人名|公司名称|公司名稱|公司|单位|회사명|회사|상호|الشركة|اسم الشركة|חברה|שם חברה|организация|компания|организація|компанія|фирма|επωνυμια|εταιρεια|perusahaan|nama perusahaan|cong ty|ten cong ty|firma nazev|nazev firmy|nume firma|denumire firma',
  '~unit': 'departamento|depto|dpto',
  salutation: 'social title|mr ms|mr mrs|mr mrs ms|mr mrs ms dr|anr|civ|hitap|称呼|敬称|称谓',
  'organization.title':
    'titolo organizzazione|cargo na organizacao|functie binnen organisatie|functie organisatie|stanowisko|pozice|funkcia|beosztas|functia|zanimanje|unvani|должность|посада|役職|职位|직책|المسمى الوظيفي|jabatan|chuc vu|tehtava|stillingsbetegnelse',
  taxId:
    'vat reg number|vat reg no|vat reg|taxvat|tax vat|tax vat number|momsreg nr|momsregnr|momsregistreringsnummer|oib|vergi no|vergi numarasi|vergi kimlik no|adoszam|cui|cod fiscal|cif nif dni|αφμ|инн|іпн|税号|ח פ|ח פ עוסק|npwp|ma so thue|alv numero',
  registrationNumber:
    'cvr nr|cvr nummer|kvk nr|orgnummer|y tunnus|cegjegyzekszam|maticni broj|огрн|егрпоу|єдрпоу',
  website:
    'page web|strona internetowa|strona|webova stranka|pagina web oficial|сайт|网站|网址|ウェブサイト|홈페이지|الموقع|אתר',
  industry: 'tegevusala|branza|obor|iparag',
  email:
    'enaslov|e naslov|email naslov|อีเมล|имейл|ел поща|el pastas|epasts|mejl|mejladress|email addr|email adr|adr mail|adr email|adresse de messagerie|correu|correu electronic|e poçta|eposta adresi|e pošta|email cim|elektronikus levelcim|adresa email|البريد الإلكتروني|البريد|ايميل|דוא ל|אימייל|מייל|эл почта|электронная почта|email адрес|електронна пошта|пошта|ηλ ταχυδρομειο|ηλεκτρονικο ταχυδρομειο|ηλεκτρονικη διευθυνση|电子邮箱|電子郵件|メール アドレス|이메일|thu dien tu|surel',
  additionalEmails: 'email alt|alt email address|email 2nd|zweitmail',
  phone:
    'โทรศัพท์|เบอร์โทร|เบอร์โทรศัพท์|telefonas|telefonszam vezetekes|vast nummer|vaste lijn|phone numbers|phone nos|contact numbers|telefon numarasi|telefonski broj|broj telefona|telefonska stevilka|puh|puhnro|puhelinnro|الهاتف|هاتف|رقم الهاتف|تليفون|טלפון|מספר טלפון|номер телефона|номер телефону|τηλεφωνο|τηλ|no telepon|no telp|telepon|dien thoai|so dien thoai|固定电话|联系电话|电话号码|固定電話|전화번호|τηλεφωνο σταθερο|σταθερο',
  'phones.mobile':
    'natel|มือถือ|เบอร์มือถือ|โทรศัพท์มือถือ|мобилен телефон|мобилен|mobilusis|mobilais|mobiltel|mobitel|mobil telefon|cep tel|cep telefonu|gsm no|mobil szam|mobilszam|telefon mobil|携帯電話|携帯番号|手机号|手机号码|手機號碼|行動電話|移动电话|휴대폰|휴대전화|핸드폰|الجوال|جوال|رقم الجوال|الموبايل|موبايل|נייד|טלפון נייד|мобильный|мобільний|мобильный телефон|κινητο|κινητο τηλεφωνο|no hp|no handphone|handphone|di dong|so di dong|mobiili|matkapuh',
  'phones.fax': 'факс|传真|ファックス|fax szam|فاكس|פקס|φαξ|팩스',
  'phone.extension': 'phone 1 ext|phone1 ext|ext 1|ext no',
  gender: 'nem|spol|جنس|الجنس|מין|стать|φυλο|성별|jenis kelamin|gioi tinh|pohlavi|pohlavie|sugu',
  dateOfBirth:
    'วันเกิด|วันเดือนปีเกิด|gimimo data|sunniaeg|дата на раждане|data de naixement|date naiss|dt nasc|data ur|dat nar|datum rojstva|szul datum|szuletesi ido|szuletesnap|dogum gunu|født|född|nata il|تاريخ الميلاد|الميلاد|תאריך לידה|дата народження|день народження|дата рожд|ημερομηνια γεννησης|ημ νια γεννησης|ημ γεννησης|出生日期|誕生日|생년월일|생일|tanggal lahir|tgl lahir|ngay sinh|datum narodenia|birth dt',
  notes:
    'opombe|หมายเหตุ|бележки|забележка|pastabos|markused|fritext|beschreibung|bem|bemaerkninger|bemaerkning|kommentarer|merknader|lisatiedot|huomautukset|huomiot|notatka|uwaga|pozn|megjegyzes|observatii|mentiuni|note varie|napomena|napomene|opomba|aciklama|observacions|ملاحظات|ملاحظة|הערות|הערה|примечания|заметки|комментарий|примітки|примітка|коментар|παρατηρησεις|σχολια|备注信息|メモ|메모|비고|catatan|keterangan|ghi chu|remarks if any|opm|ovrigt|anteckning kund',
  'consent.email':
    'accept marketing|zgoda na marketing|zgoda marketing|mailing list y n|marketing emails y n|newsletter y n|souhlas marketing',
  tags: 'email lists|kunden kategorie|mailing lists|kategoria|skupina|csoport|grup|grupo clientes|标签|標籤|タグ|태그|тег|теги|ετικετες',
  salesperson: 'sales owner|account executive',
  'address.label': 'adress kategorie|adresskategorie|adressart',
  'address.line1':
    'naslov|ที่อยู่|адрес клиент|adresas|aadress|adrese|mail address street|house street|house no street|no et voie|direc|ulice c p|ulica i broj|ulica i nr domu|adreça|domicili|adresa sediu|strada|utca hazszam|acik adres|العنوان|عنوان|כתובת|רחוב|адреса|вулиця|διευθυνση|οδος|详细地址|地址1|町名番地|주소|alamat|alamat lengkap|dia chi|katu|adresse domicile',
  'address.line2': 'cplt adresse|compl adresse|complt adresse|cplt|建物名|マンション名',
  'address.city':
    'อำเภอ|เมือง|obec mesto|град|miestas|pilseta|linn|gemeinde ort|mail address city|poblacio|municipi|localitate|grad|mjesto|naselje|telepules|paikkakunta|pobl|المدينة|مدينة|עיר|ישוב|місто|населений пункт|населенный пункт|πολη|市区町村|城镇|도시|시|kota|kabupaten kota|thanh pho',
  'address.state':
    'จังหวัด|област|mail address state|provinsi|tinh|tinh thanh pho|省份|省市|시도|νομος|המחוז|المحافظة|المنطقة|okrug|zupanija|maakond',
  'address.postalCode':
    'postna stevilka|smerovacie cislo|รหัสไปรษณีย์|пощенски код|pasto kodas|pasta indekss|p code|pcode|code post|kod poczt|c postal|mail address postalcode|mail address zip|address zipcode|postanski broj|postanska stevilka|codi postal|irsz|الرمز البريدي|رمز بريدي|מיקוד|поштовий індекс|індекс|ταχυδρομικος κωδικας|τ κ|邮政编码|郵遞區號|郵政編碼|우편 번호|kode pos|ma buu dien|ma buu chinh|sihtnumber|postinro|postnro',
  'address.country':
    'krajina|ประเทศ|държава|salis|valsts nosaukums|mail address country|pays region|paese regione|pais regiao|pais o region|pays ou region|land oder region|drzava|الدولة|البلد|ארץ|מדינה|країна|χωρα|国家地区|國家|나라|negara|quoc gia|riik|valsts',
  customerSince:
    'eintrittsdatum|beitrittsdatum|eintritt|profile created on|added time|dt cadastro|kund sedan|kunde siden|klient od|zakaznik od|ugyfel kezdete|kupac od|musteri oldugu tarih|عميل منذ|клиент с|клієнт з|πελατης απο|登録日|注册日期|가입일|asiakas alkaen',
  type: 'es una compania|es compania|es empresa|ist ein unternehmen|ist unternehmen|est une societe|e una azienda|e uma empresa|asiakastyyppi|typ klienta|typ zakaznika',
  status: 'active status|active 0 1|aktiv 0 1|durum|stav|статус',
  'billing.paymentTerms':
    'zahlungsbedingung|betalingsbetingelse|betalingsbetingelser|betalingsconditie|betalingsvilkar|maksuehdot|warunki platnosci|termin platnosci|splatnost|условия оплаты',
  'billing.discountPercent':
    'rabatt in|rabattsatz|discount in|korting percentage|rabat|sleva|kedvezmeny|indirim|скидка',
  'billing.creditLimit': 'kreditmaksimum|luottoraja|limit kredytowy|kredietmaximum',
  'billing.invoiceEmails':
    'e post faktura|email faktura|faktura email|laskutus email|email fattura|email facture|email factura',
}
