/**
 * Names as people of several languages have them, short lists of common ones; surnames beyond these are put together
 * from parts, so that a million customers do not share a few hundred. A name in another script carries its Latin
 * reading after a colon, from which emails are made.
 */

export type Culture = {
  readonly country: string
  /** Out of all customers. */
  readonly share: number
  readonly given: readonly string[]
  readonly family: readonly string[]
  /** Beginnings and endings of further surnames. */
  readonly stems: readonly string[]
  readonly endings: readonly string[]
  readonly cities: readonly string[]
  readonly streets: readonly string[]
  readonly companies: readonly string[]
}

const list = (text: string): readonly string[] => text.trim().split(/\s*,\s*/)

const english: Culture = {
  country: 'US',
  share: 0.46,
  given:
    list(`James, Mary, Robert, Patricia, John, Jennifer, Michael, Linda, David, Elizabeth, William, Barbara, Richard, Susan,
    Joseph, Jessica, Thomas, Sarah, Charles, Karen, Christopher, Lisa, Daniel, Nancy, Matthew, Betty, Anthony, Sandra, Mark, Margaret,
    Donald, Ashley, Steven, Kimberly, Andrew, Emily, Paul, Donna, Joshua, Michelle, Kenneth, Carol, Kevin, Amanda, Brian, Melissa,
    George, Deborah, Timothy, Stephanie, Ronald, Rebecca, Jason, Laura, Edward, Sharon, Jeffrey, Cynthia, Ryan, Kathleen, Jacob, Amy,
    Gary, Angela, Nicholas, Shirley, Eric, Anna, Jonathan, Brenda, Stephen, Pamela, Larry, Emma, Justin, Nicole, Scott, Helen, Brandon,
    Samantha, Benjamin, Katherine, Samuel, Christine, Gregory, Debra, Alexander, Rachel, Patrick, Carolyn, Frank, Janet, Raymond, Olivia,
    Jack, Heather, Dennis, Diane, Jerry, Julie, Tyler, Joyce, Aaron, Victoria, Noah, Grace, Ethan, Chloe, Logan, Zoe, Mason, Lily`),
  family:
    list(`Smith, Johnson, Williams, Brown, Jones, Miller, Davis, Wilson, Anderson, Thomas, Taylor, Moore, Jackson, Martin, Lee,
    Thompson, White, Harris, Clark, Lewis, Robinson, Walker, Young, Allen, King, Wright, Scott, Hill, Green, Adams, Baker, Nelson, Hall,
    Campbell, Mitchell, Carter, Roberts, Turner, Phillips, Evans, Parker, Edwards, Collins, Stewart, Morris, Murphy, Cook, Rogers, Morgan,
    Cooper, Peterson, Reed, Bailey, Bell, Kelly, Howard, Ward, Cox, Richardson, Wood, Watson, Brooks, Bennett, Gray, James, Hughes, Price,
    Myers, Long, Foster, Sanders, Ross, Powell, Sullivan, Russell, O'Brien, O'Connor, McDonald, MacLeod, Fitzgerald, Perry, Butler, Barnes,
    Fisher, Henderson, Coleman, Simmons, Patterson, Jordan, Reynolds, Hamilton, Graham, Wallace, Woods, West, Cole, Hayes, Ellis, Harrison,
    Gibson, Ford, Hunt, Black, Daniels, Palmer, Mills, Nichols, Grant, Knight, Ferguson, Rose, Stone, Dunn, Perkins, Hudson, Spencer`),
  stems:
    list(`Ash, Ald, Bar, Bel, Black, Brad, Bram, Bright, Brock, Burn, Car, Chat, Clif, Col, Cran, Crow, Dal, Dar, Dun, Eas, El, Fair,
    Farn, Fen, Fern, Fox, Gar, Glen, Grim, Had, Hal, Ham, Har, Hart, Hast, Haw, Hazel, Heath, Hol, Holl, Hum, Kel, Ken, Kirk, Lan, Lang,
    Law, Lin, Lock, Mar, Mel, Mid, Mil, Nether, Nor, North, Oak, Old, Pem, Pen, Pres, Rad, Ram, Red, Ren, Rock, Roth, Row, Rush, San, Sed,
    Shel, Sher, Stan, Sted, Stock, Strat, Sut, Swin, Tem, Thorn, Til, Tren, Up, Wal, War, Wat, Wel, Wes, Whit, Wick, Wil, Win, Wood, Wor`),
  endings:
    list(`ford, ton, ley, well, field, wood, worth, ham, by, bury, brook, combe, den, don, dale, shaw, land, more, man, ridge, stead,
    thorpe, wick, croft, gate, house, hurst, more, son, stone, stock, water, way, by, mere, bourne`),
  cities:
    list(`New York, Los Angeles, Chicago, Houston, Phoenix, Philadelphia, San Antonio, San Diego, Dallas, Austin, Seattle, Denver,
    Boston, Portland, Nashville, Baltimore, Milwaukee, Tucson, Fresno, Sacramento, Kansas City, Atlanta, Omaha, Oakland, Minneapolis`),
  streets:
    list(`Main Street, Oak Avenue, Maple Street, Cedar Lane, Park Avenue, Pine Street, Washington Street, Lake Drive, Hill Road,
    Sunset Boulevard, River Road, Church Street, Elm Street, Mill Road, Chestnut Street, Highland Avenue, Broadway, 2nd Street`),
  companies:
    list(`{f} Bakery, {f} & Sons, {f} Plumbing, {c} Catering, {f} Law Group, The {w} Kitchen, {f} and {f} LLP, {w} {w} Supply,
    {c} Dental Care, {f} Construction Inc., {w} Coffee Roasters, {c} Public Schools, {f} Auto Repair, Blue {w} Studio, {w} Logistics LLC,
    {f} Family Farms, {c} Yoga Center, {w} & {w} Design, {f} Insurance, Saint {g} Church`),
}

const british: Culture = {
  ...english,
  country: 'GB',
  share: 0.07,
  cities: list(
    `London, Manchester, Leeds, Bristol, Glasgow, Edinburgh, Liverpool, Sheffield, Cardiff, Belfast, Norwich, York, Bath`,
  ),
  streets: list(
    `High Street, Station Road, Church Lane, Victoria Road, Green Lane, Manor Road, King Street, Queens Road, The Crescent`,
  ),
  companies: list(
    `{f} & Co, The {w} Arms, {f} Butchers Ltd, {c} Garden Centre, {f} Brothers Ltd, {w} Press, {c} Cricket Club, {f} Opticians`,
  ),
}

const spanish: Culture = {
  country: 'ES',
  share: 0.05,
  given:
    list(`María, Antonio, Carmen, José, Ana, Manuel, Isabel, Francisco, Laura, David, Cristina, Juan, Marta, Javier, Dolores, Daniel,
    Lucía, Carlos, Pilar, Jesús, Elena, Alejandro, Raquel, Miguel, Sara, Rafael, Paula, Pedro, Rosa, Ángel, Beatriz, Pablo, Nuria, Sergio,
    Silvia, Fernando, Julia, Luis, Inés, Jorge, Rocío, Alberto, Andrea, Álvaro, Sonia, Diego, Irene, Adrián, Teresa, Raúl, Begoña, Iván`),
  family:
    list(`García, Rodríguez, González, Fernández, López, Martínez, Sánchez, Pérez, Gómez, Martín, Jiménez, Hernández, Ruiz, Díaz,
    Moreno, Muñoz, Álvarez, Romero, Gutiérrez, Alonso, Navarro, Torres, Domínguez, Ramos, Vázquez, Ramírez, Gil, Serrano, Morales, Molina,
    Blanco, Suárez, Castro, Ortega, Delgado, Ortiz, Marín, Rubio, Núñez, Medina, Sanz, Castillo, Iglesias, Cortés, Garrido, Santos,
    Guerrero, Lozano, Cano, Cruz, Méndez, Flores, Prieto, Herrera, Peña, León, Márquez, Cabrera, Gallego, Calvo, Vidal, Campos, Reyes`),
  stems:
    list(`Al, Ar, Bal, Bar, Ber, Cal, Cam, Car, Cas, Cor, Del, Es, Fon, Gal, Go, Guer, Her, Lar, Lo, Mal, Man, Mar, Men, Mon, Mur, Nav,
    Ol, Or, Pal, Par, Pe, Pin, Por, Quin, Ri, Ro, Sal, San, Sar, Se, Sol, Tor, Ur, Val, Var, Ve, Vil, Zal, Za`),
  endings: list(
    `ares, ez, era, ero, illa, illo, ada, ado, al, ales, ar, eda, edo, ina, ino, anza, osa, oso, uela, ueta, ega, iz, ondo, ana`,
  ),
  cities: list(
    `Madrid, Barcelona, Valencia, Sevilla, Zaragoza, Málaga, Murcia, Palma, Bilbao, Alicante, Córdoba, Valladolid, Vigo, Gijón`,
  ),
  streets: list(
    `Calle Mayor, Calle Real, Avenida de la Constitución, Calle del Sol, Plaza de España, Calle Nueva, Paseo de la Castellana`,
  ),
  companies: list(
    `Panadería {f}, Talleres {f} S.L., Bar {g}, Hermanos {f}, Restaurante Casa {g}, Gestoría {f} y {f}, Floristería {g}`,
  ),
}

const mexican: Culture = {
  ...spanish,
  country: 'MX',
  share: 0.12,
  cities: list(
    `Ciudad de México, Guadalajara, Monterrey, Puebla, Tijuana, León, Mérida, Querétaro, Cancún, Toluca, Oaxaca, Chihuahua`,
  ),
}

const french: Culture = {
  country: 'FR',
  share: 0.05,
  given:
    list(`Marie, Jean, Nathalie, Pierre, Isabelle, Michel, Sylvie, André, Catherine, Philippe, Françoise, Alain, Martine, Bernard,
    Camille, Nicolas, Chloé, Thomas, Léa, Julien, Manon, Alexandre, Émilie, Antoine, Anaïs, Maxime, Océane, Lucas, Inès, Hugo, Zoé, Théo,
    Jean-Luc, Anne-Sophie, Marie-Claire, Jean-Pierre, Élodie, Sébastien, Céline, Jérôme, Aurélie, Benoît, Hélène, François, Noémie`),
  family:
    list(`Martin, Bernard, Thomas, Petit, Robert, Richard, Durand, Dubois, Moreau, Laurent, Simon, Michel, Lefebvre, Leroy, Roux,
    David, Bertrand, Morel, Fournier, Girard, Bonnet, Dupont, Lambert, Fontaine, Rousseau, Vincent, Muller, Lefèvre, Faure, André, Mercier,
    Blanc, Guérin, Boyer, Garnier, Chevalier, François, Legrand, Gauthier, Garcia, Perrin, Robin, Clément, Morin, Nicolas, Henry, Roussel,
    Mathieu, Gautier, Masson, Marchand, Duval, Denis, Dumont, Marie, Lemaire, Noël, Meyer, Dufour, Meunier, Brun, Blanchard, Giraud, d'Arc`),
  stems:
    list(`Beau, Bel, Ber, Bois, Bon, Bour, Bri, Cha, Char, Clé, Cour, Del, Des, Du, Fon, For, Gau, Gi, Gran, Gui, La, Lam, Lan, Le, Mal,
    Mar, Mau, Mon, Mor, Par, Per, Pi, Pré, Re, Ri, Ro, Sau, Ta, Tour, Val, Ver, Vil`),
  endings: list(
    `ard, aud, eau, elle, er, et, ier, in, mont, net, on, ot, oux, sard, teau, tier, val, vier, ville, zac, chet, gnon, lier`,
  ),
  cities: list(
    `Paris, Marseille, Lyon, Toulouse, Nice, Nantes, Strasbourg, Bordeaux, Lille, Rennes, Reims, Grenoble, Dijon, Angers, Nîmes`,
  ),
  streets: list(
    `rue de la République, avenue Victor Hugo, rue des Écoles, place de l'Église, rue du Moulin, chemin des Vignes, rue Pasteur`,
  ),
  companies: list(
    `Boulangerie {f}, {f} et Fils, Café de {c}, Garage {f}, Cabinet {f} & {f}, L'Atelier {f}, Traiteur {f} SARL`,
  ),
}

const german: Culture = {
  country: 'DE',
  share: 0.06,
  given:
    list(`Peter, Maria, Michael, Sabine, Thomas, Susanne, Andreas, Petra, Wolfgang, Monika, Klaus, Claudia, Jürgen, Birgit, Günter,
    Andrea, Stefan, Stefanie, Christian, Anna, Uwe, Julia, Werner, Katharina, Matthias, Lena, Frank, Lea, Jörg, Mia, Björn, Hannah, Lukas,
    Sophie, Felix, Jonas, Leonie, Maximilian, Lara, Florian, Käthe, Hans-Peter, Karl-Heinz, Ute, Heike, Sönke, Grit, Dörte, Jens`),
  family:
    list(`Müller, Schmidt, Schneider, Fischer, Weber, Meyer, Wagner, Becker, Schulz, Hoffmann, Schäfer, Koch, Bauer, Richter, Klein,
    Wolf, Schröder, Neumann, Schwarz, Zimmermann, Braun, Krüger, Hofmann, Hartmann, Lange, Schmitt, Werner, Krause, Meier, Lehmann, Schmid,
    Schulze, Maier, Köhler, Herrmann, König, Walter, Mayer, Huber, Kaiser, Fuchs, Peters, Lang, Scholz, Möller, Weiß, Jung, Hahn, Schubert,
    Vogel, Friedrich, Keller, Günther, Frank, Berger, Winkler, Roth, Beck, Lorenz, Baumann, Franke, Albrecht, Schuster, Groß, von Arnim`),
  stems:
    list(`Alt, Bach, Berg, Birk, Blum, Brand, Breit, Buch, Burg, Dorn, Eich, Eis, Feld, Finken, Frei, Gold, Grün, Haber, Hagen, Heid,
    Hell, Hirsch, Hohen, Holz, Kalt, Kirch, Klein, Korn, Lauter, Linden, Löwen, Mühl, Neu, Ober, Oster, Rosen, Roten, Sand, Schön, Silber,
    Stein, Stern, Tann, Unter, Wald, Weiden, Wein, Wester, Wiesen, Winter`),
  endings:
    list(`bach, baum, beck, berg, berger, brink, burg, dorf, eck, feld, felder, garten, hagen, hauer, hausen, haus, heim, heimer, hof,
    hofer, kamp, mann, meier, müller, rath, reich, stein, thal, wald, weg`),
  cities: list(
    `Berlin, Hamburg, München, Köln, Frankfurt, Stuttgart, Düsseldorf, Leipzig, Dortmund, Essen, Bremen, Dresden, Hannover, Kiel`,
  ),
  streets: list(
    `Hauptstraße, Schulstraße, Gartenstraße, Bahnhofstraße, Dorfstraße, Bergstraße, Lindenallee, Kirchweg, Goethestraße`,
  ),
  companies: list(
    `Bäckerei {f}, {f} GmbH, Gasthaus {f}, {f} & Söhne KG, Autohaus {f}, Apotheke am {c}er Platz, Kanzlei {f} {f}, {f} Bau AG`,
  ),
}

const italian: Culture = {
  country: 'IT',
  share: 0.04,
  given:
    list(`Giuseppe, Maria, Antonio, Anna, Giovanni, Giulia, Francesco, Sara, Mario, Francesca, Luigi, Chiara, Andrea, Sofia, Marco,
    Martina, Alessandro, Elena, Paolo, Alessia, Luca, Valentina, Stefano, Federica, Matteo, Elisa, Lorenzo, Giorgia, Davide, Nicolò, Aurora`),
  family:
    list(`Rossi, Russo, Ferrari, Esposito, Bianchi, Romano, Colombo, Ricci, Marino, Greco, Bruno, Gallo, Conti, De Luca, Costa,
    Giordano, Mancini, Rizzo, Lombardi, Moretti, Barbieri, Fontana, Santoro, Mariani, Rinaldi, Caruso, Ferrara, Galli, Martini, Leone,
    Longo, Gentile, Martinelli, Vitale, Lombardo, Serra, Coppola, De Santis, D'Angelo, Marchetti, Parisi, Villa, Conte, Ferraro, Fabbri`),
  stems:
    list(`Al, Ber, Bian, Bo, Bran, Cal, Can, Car, Cas, Cat, Ce, Col, Cor, Da, Fal, Fer, Fi, Gal, Gra, Gri, Lan, Lo, Ma, Man, Mar, Mon,
    Mor, Ne, Or, Pa, Pel, Pic, Ri, Ro, Sal, San, Sar, Ser, Spa, Ta, To, Val, Ven, Vi, Za`),
  endings: list(
    `nelli, etti, ini, oni, ucci, elli, ardi, ante, aro, ese, iano, igo, illo, one, otti, ozzi, ucco, ieri, acci, asso, esi, andi`,
  ),
  cities: list(
    `Roma, Milano, Napoli, Torino, Palermo, Genova, Bologna, Firenze, Bari, Catania, Verona, Padova, Trieste, Parma, Modena`,
  ),
  streets: list(
    `Via Roma, Via Garibaldi, Corso Italia, Via Mazzini, Piazza Dante, Via Verdi, Viale Europa, Via Marconi, Via Cavour`,
  ),
  companies: list(
    `Trattoria da {g}, Panificio {f}, {f} S.r.l., Fratelli {f}, Officina {f}, Studio {f} e {f}, Gelateria {c}`,
  ),
}

const brazilian: Culture = {
  country: 'BR',
  share: 0.05,
  given:
    list(`Maria, José, Ana, João, Antônia, Antônio, Francisca, Francisco, Adriana, Carlos, Juliana, Paulo, Márcia, Pedro, Fernanda,
    Lucas, Patrícia, Luiz, Aline, Marcos, Sandra, Gabriel, Camila, Rafael, Amanda, Daniel, Bruna, Marcelo, Jéssica, Bruno, Letícia, Felipe`),
  family:
    list(`Silva, Santos, Oliveira, Souza, Rodrigues, Ferreira, Alves, Pereira, Lima, Gomes, Costa, Ribeiro, Martins, Carvalho, Almeida,
    Lopes, Soares, Fernandes, Vieira, Barbosa, Rocha, Dias, Nascimento, Andrade, Moreira, Nunes, Marques, Machado, Mendes, Freitas, Cardoso,
    Ramos, Gonçalves, Santana, Teixeira, Araújo, Cavalcanti, Monteiro, Moura, Correia, Batista, Campos, da Cruz, dos Anjos, Figueiredo`),
  stems:
    list(`Abran, Agui, Al, Ama, An, Ara, As, Bar, Bor, Bra, Cal, Can, Car, Cor, Cou, Da, Du, Fa, Fon, Gal, Gui, Le, Lou, Ma, Me, Mon, Ne,
    Pa, Pei, Pin, Por, Qua, Ra, Re, Sal, Sam, Ser, Ta, Ti, Va, Vas, Xa`),
  endings: list(
    `ches, redo, reira, eiro, eira, osa, ares, ales, inho, ão, ado, endes, igo, ique, oso, ral, reto, rido, tinho, valho, zende`,
  ),
  cities: list(
    `São Paulo, Rio de Janeiro, Brasília, Salvador, Fortaleza, Belo Horizonte, Manaus, Curitiba, Recife, Porto Alegre, Belém`,
  ),
  streets: list(
    `Rua das Flores, Avenida Paulista, Rua São João, Rua Sete de Setembro, Avenida Brasil, Rua da Paz, Travessa do Carmo`,
  ),
  companies: list(
    `Padaria {f}, {f} Ltda, Irmãos {f}, Oficina do {g}, Restaurante {c}, Escritório {f} e {f}, Farmácia {f}`,
  ),
}

const polish: Culture = {
  country: 'PL',
  share: 0.03,
  given:
    list(`Anna, Piotr, Maria, Krzysztof, Katarzyna, Andrzej, Małgorzata, Tomasz, Agnieszka, Paweł, Barbara, Jan, Ewa, Michał, Zofia,
    Marcin, Łukasz, Zuzanna, Stanisław, Hanna, Jakub, Oliwia, Grażyna, Wojciech, Magdalena, Mateusz, Bożena, Rafał, Joanna, Szymon`),
  family:
    list(`Nowak, Kowalski, Wiśniewski, Wójcik, Kowalczyk, Kamiński, Lewandowski, Zieliński, Szymański, Woźniak, Dąbrowski, Kozłowski,
    Jankowski, Mazur, Wojciechowski, Kwiatkowski, Krawczyk, Kaczmarek, Piotrowski, Grabowski, Zając, Pawłowski, Michalski, Król, Wieczorek,
    Jabłoński, Wróbel, Nowakowski, Majewski, Olszewski, Stępień, Malinowski, Jaworski, Adamczyk, Dudek, Nowicki, Pawlak, Górski, Sikora`),
  stems:
    list(`Bor, Brzoz, Buk, Chmiel, Cis, Czar, Dęb, Gaw, Gór, Grab, Jagiel, Jas, Kal, Kar, Kos, Kra, Kub, Lip, Łuk, Mal, Mroz, Ol, Os, Pół,
    Rad, Rog, Sad, Sob, Sos, Star, Szcz, Tar, Wil, Wit, Zab, Zar, Żuk`),
  endings: list(
    `ański, czyk, czak, ecki, ewicz, ewski, iak, icki, iński, kiewicz, odzki, owiak, owicz, owski, ucki, yński`,
  ),
  cities: list(
    `Warszawa, Kraków, Łódź, Wrocław, Poznań, Gdańsk, Szczecin, Bydgoszcz, Lublin, Białystok, Katowice, Gdynia, Rzeszów`,
  ),
  streets: list(
    `ulica Polna, ulica Leśna, ulica Słoneczna, ulica Krótka, ulica Szkolna, ulica Ogrodowa, aleja Jana Pawła II`,
  ),
  companies: list(
    `Piekarnia {f}, {f} Sp. z o.o., Zakład Ślusarski {f}, Hurtownia {f}, Kancelaria {f} i {f}, Bar Mleczny {c}`,
  ),
}

const russian: Culture = {
  country: 'RU',
  share: 0.02,
  given:
    list(`Александр:aleksandr, Елена:elena, Сергей:sergey, Ольга:olga, Дмитрий:dmitry, Наталья:natalya, Андрей:andrey, Анна:anna,
    Алексей:alexey, Татьяна:tatyana, Михаил:mikhail, Ирина:irina, Иван:ivan, Светлана:svetlana, Борис:boris, Юлия:yulia, Фёдор:fedor`),
  family:
    list(`Иванов:ivanov, Смирнов:smirnov, Кузнецов:kuznetsov, Попов:popov, Васильев:vasilyev, Петров:petrov, Соколов:sokolov,
    Михайлов:mikhaylov, Новиков:novikov, Фёдоров:fedorov, Морозов:morozov, Волков:volkov, Алексеев:alekseev, Лебедев:lebedev,
    Семёнов:semenov, Егоров:egorov, Павлов:pavlov, Козлов:kozlov, Степанов:stepanov, Николаев:nikolaev, Орлов:orlov, Андреев:andreev`),
  stems:
    list(`Бар:bar, Бел:bel, Бор:bor, Вор:vor, Гав:gav, Гор:gor, Дал:dal, Ефим:efim, Жар:zhar, Зим:zim, Кал:kal, Ков:kov, Лог:log, Мал:mal,
    Мир:mir, Наз:naz, Пол:pol, Рог:rog, Сав:sav, Сид:sid, Тар:tar, Чер:cher, Шам:sham`),
  endings: list(
    `анов:anov, аев:aev, евский:evsky, енко:enko, ин:in, инов:inov, кин:kin, лов:lov, ников:nikov, ов:ov, овский:ovsky, цев:tsev`,
  ),
  cities: list(`Москва, Санкт-Петербург, Казань, Самара, Омск, Пермь, Уфа, Томск`),
  streets: list(`улица Ленина, Садовая улица, Лесная улица, Советская улица, проспект Мира, Школьная улица`),
  companies: list(`Пекарня {f}, ООО «{f}», Мастерская {f}, Кафе «{c}», Аптека {f}`),
}

const greek: Culture = {
  country: 'GR',
  share: 0.01,
  given:
    list(`Γιώργος:giorgos, Μαρία:maria, Δημήτρης:dimitris, Ελένη:eleni, Κώστας:kostas, Κατερίνα:katerina, Γιάννης:giannis, Νίκος:nikos,
    Σοφία:sofia, Βασίλης:vasilis, Αγγελική:angeliki, Χρήστος:christos`),
  family:
    list(`Παπαδόπουλος:papadopoulos, Βλάχος:vlachos, Αγγελόπουλος:angelopoulos, Νικολάου:nikolaou, Γεωργίου:georgiou, Πέτρου:petrou,
    Ιωάννου:ioannou, Οικονόμου:oikonomou, Μακρής:makris, Καραγιάννης:karagiannis, Δήμου:dimou`),
  stems: list(
    `Αθαν:athan, Βασιλ:vasil, Γιανν:giann, Δημ:dim, Θεοδ:theod, Καρ:kar, Κων:kon, Λαμπρ:lampr, Μιχ:mich, Παν:pan, Σταμ:stam, Χατζ:chatz`,
  ),
  endings: list(`όπουλος:opoulos, ίδης:idis, άκης:akis, άτος:atos, έας:eas, ιάδης:iadis, ούσης:ousis`),
  cities: list(`Αθήνα, Θεσσαλονίκη, Πάτρα, Ηράκλειο, Λάρισα, Βόλος`),
  streets: list(`Οδός Ερμού, Λεωφόρος Κηφισίας, Οδός Αθηνάς, Οδός Πανεπιστημίου`),
  companies: list(`Φούρνος {f}, Ταβέρνα {g}, Αφοί {f} ΟΕ, Καφενείο {c}`),
}

const chinese: Culture = {
  country: 'CN',
  share: 0.015,
  given:
    list(`伟:wei, 芳:fang, 娜:na, 敏:min, 静:jing, 强:qiang, 磊:lei, 洋:yang, 艳:yan, 勇:yong, 杰:jie, 娟:juan, 涛:tao, 明:ming, 超:chao,
    秀兰:xiulan, 霞:xia, 桂英:guiying, 建国:jianguo, 志强:zhiqiang, 晓明:xiaoming, 丽华:lihua, 文静:wenjing, 子轩:zixuan, 雨桐:yutong`),
  family:
    list(`王:wang, 李:li, 张:zhang, 刘:liu, 陈:chen, 杨:yang, 黄:huang, 赵:zhao, 吴:wu, 周:zhou, 徐:xu, 孙:sun, 马:ma, 朱:zhu, 胡:hu, 郭:guo,
    何:he, 林:lin, 高:gao, 罗:luo, 郑:zheng, 梁:liang, 谢:xie, 宋:song, 唐:tang, 许:xu, 韩:han, 冯:feng, 欧阳:ouyang, 司马:sima`),
  stems: [],
  endings: [],
  cities: list(`北京, 上海, 广州, 深圳, 成都, 杭州, 武汉, 西安, 南京, 重庆`),
  streets: list(`人民路, 中山路, 解放路, 建设路, 和平路, 新华街`),
  companies: list(`{c}{f}记餐厅, {f}氏贸易有限公司, {c}和平书店, {f}家面馆`),
}

const japanese: Culture = {
  country: 'JP',
  share: 0.01,
  given: list(
    `翔太:shota, 美咲:misaki, 大輔:daisuke, 陽子:yoko, 健:ken, さくら:sakura, 拓也:takuya, 恵:megumi, 直樹:naoki, 由美:yumi, 誠:makoto, 葵:aoi`,
  ),
  family:
    list(`佐藤:sato, 鈴木:suzuki, 高橋:takahashi, 田中:tanaka, 伊藤:ito, 渡辺:watanabe, 山本:yamamoto, 中村:nakamura, 小林:kobayashi, 加藤:kato,
    吉田:yoshida, 山田:yamada, 佐々木:sasaki, 山口:yamaguchi, 松本:matsumoto, 井上:inoue, 木村:kimura, 林:hayashi, 清水:shimizu, 斎藤:saito`),
  stems: list(
    `石:ishi, 上:ue, 内:uchi, 大:o, 小:ko, 川:kawa, 北:kita, 西:nishi, 東:higashi, 南:minami, 青:ao, 黒:kuro, 白:shira, 竹:take, 岩:iwa`,
  ),
  endings: list(
    `田:da, 川:kawa, 山:yama, 野:no, 原:hara, 村:mura, 島:jima, 沢:zawa, 井:i, 木:ki, 谷:tani, 崎:saki, 本:moto, 橋:hashi`,
  ),
  cities: list(`東京, 大阪, 京都, 札幌, 福岡, 名古屋, 神戸, 仙台`),
  streets: list(`本町, 中央, 栄町, 緑町, 桜台, 旭町`),
  companies: list(`{f}商店, 株式会社{f}, {f}食堂, {c}カフェ`),
}

const korean: Culture = {
  country: 'KR',
  share: 0.005,
  given: list(
    `민준:minjun, 서연:seoyeon, 도윤:doyun, 지우:jiwoo, 예준:yejun, 서현:seohyun, 시우:siwoo, 하은:haeun, 지훈:jihoon, 수빈:subin, 현우:hyunwoo`,
  ),
  family: list(
    `김:kim, 이:lee, 박:park, 최:choi, 정:jung, 강:kang, 조:cho, 윤:yoon, 장:jang, 임:lim, 한:han, 오:oh, 서:seo, 신:shin, 권:kwon, 황:hwang`,
  ),
  stems: [],
  endings: [],
  cities: list(`서울, 부산, 인천, 대구, 대전, 광주`),
  streets: list(`세종대로, 중앙로, 강남대로, 종로`),
  companies: list(`{f}가네 식당, {c} 빵집, 주식회사 {f}`),
}

const arabic: Culture = {
  country: 'SA',
  share: 0.005,
  given: list(
    `محمد:mohammed, فاطمة:fatima, أحمد:ahmed, عائشة:aisha, علي:ali, خديجة:khadija, عمر:omar, مريم:maryam, يوسف:yousef, سارة:sara, خالد:khaled`,
  ),
  family:
    list(`العلي:alali, الأحمد:alahmad, الحسن:alhassan, الشمري:alshammari, القحطاني:alqahtani, الغامدي:alghamdi, الزهراني:alzahrani,
    العتيبي:alotaibi, الدوسري:aldosari, الحربي:alharbi, المطيري:almutairi, السعيد:alsaeed, الخطيب:alkhatib, النجار:alnajjar`),
  stems: [],
  endings: [],
  cities: list(`الرياض, جدة, مكة, الدمام, المدينة`),
  streets: list(`شارع الملك فهد, طريق العليا, شارع التحلية`),
  companies: list(`مخبز {f}, مطعم {c}, مؤسسة {f} التجارية`),
}

const hindi: Culture = {
  country: 'IN',
  share: 0.005,
  given: list(
    `राम:ram, सीता:sita, अमित:amit, प्रिया:priya, राहुल:rahul, अंजलि:anjali, विकास:vikas, नेहा:neha, संजय:sanjay, पूजा:pooja, अर्जुन:arjun`,
  ),
  family: list(
    `शर्मा:sharma, वर्मा:verma, गुप्ता:gupta, सिंह:singh, कुमार:kumar, यादव:yadav, पटेल:patel, मिश्रा:mishra, जोशी:joshi, नायर:nair, रेड्डी:reddy`,
  ),
  stems: [],
  endings: [],
  cities: list(`दिल्ली, मुंबई, जयपुर, पुणे, लखनऊ`),
  streets: list(`महात्मा गांधी मार्ग, स्टेशन रोड, नेहरू नगर`),
  companies: list(`{f} मिठाई भंडार, {f} एंड संस, {c} ढाबा`),
}

export const cultures: readonly Culture[] = [
  ...[english, british, spanish, mexican, french, german, italian, brazilian, polish],
  ...[russian, greek, chinese, japanese, korean, arabic, hindi],
]

/** Words for made-up firms of English-speaking places. */
export const companyWords =
  list(`Golden, Silver, Harbor, Summit, River, Maple, Copper, Willow, Granite, Cedar, Prairie, Lantern, Anchor,
  Orchard, Falcon, Juniper, Meadow, Canyon, Ember, Saffron, Indigo, Clover, Birch, Cobalt, Thistle, Marble, Bramble, Cascade, Pebble, Quill`)
