// What a column of a file of reviews can be, what its cells hold, and what it is called in files.

/** A text of at most so many characters, or what it is read as. */
type Cell = number | 'score' | 'sentiment' | 'instant' | 'store'

export const reviewCells: Readonly<Record<string, Cell>> = {
  ...{ externalId: 200, score: 'score', sentiment: 'sentiment', text: 10_000, author: 200, at: 'instant' },
  ...{ store: 'store', sourceUpdatedAt: 'instant', 'response.text': 10_000, 'response.at': 'instant' },
  ...{ 'customer.id': 100, 'customer.externalId': 200, 'customer.number': 200, 'customer.email': 254 },
  ...{ 'customer.phone': 100, 'organization.id': 100, 'organization.externalId': 200 },
  ...{ 'organization.number': 200, 'order.id': 100, 'order.externalId': 200, 'order.number': 100 },
}

export const reviewAliases: Readonly<Record<string, string>> = {
  externalId:
    'review id|id|feedback id|rating id|survey id|external id|id resena|id opinion|bewertung id|bewertungs id|id avis|id recensione|id avaliacao',
  score:
    'score|rating|stars|star rating|review score|review rating|overall rating|puntuacion|valoracion|calificacion|estrellas|bewertung|sterne|note|etoiles|punteggio|voto|stelle|nota|avaliacao|estrelas',
  sentiment:
    'sentiment|feedback type|review type|thumb|recommendation|sentimiento|tipo opinion|stimmung|ressenti',
  text: 'text|review|review text|review body|comment|comments|feedback|message|body|content|resena|opinion|comentario|comentarios|texto|kommentar|rezension|avis|commentaire|recensione|commento|testo',
  author:
    'author|reviewer|reviewer name|customer|customer name|name|user|user name|autor|nombre|nombre cliente|verfasser|kundenname|auteur|nom|nom client|autore|nome',
  at: 'at|date|review date|created at|created|create time|submitted at|submitted|posted at|published at|date time|time|timestamp|fecha|fecha resena|datum|bewertet am|date avis|data',
  sourceUpdatedAt: 'updated at|update time|modified at|last modified|modified',
  store:
    'store|store code|store id|store name|location|location name|shop|branch|tienda|sucursal|local|filiale|magasin|negozio|loja',
  'customer.externalId': 'customer id|client id|cust id|user id|id cliente|kunden id|id client|cliente id',
  'customer.number':
    'customer number|customer no|customer code|account number|numero cliente|kunden nummer|kundennummer|numero client',
  'customer.email':
    'email|customer email|reviewer email|email address|correo|correo electronico|courriel|e mail',
  'customer.phone': 'phone|customer phone|phone number|telephone|mobile|telefono|telefon|telefone',
  'order.externalId':
    'order id|orderid|sales order id|transaction id|sale id|id pedido|pedido id|bestell id|id commande',
  'order.number':
    'order number|order no|order|receipt|receipt number|invoice number|ticket|pedido|numero pedido|recibo|bestellnummer|bon nummer|numero commande|commande',
  'response.text':
    'response|reply|owner response|owner reply|reply text|respuesta|antwort|reponse|risposta|resposta',
  'response.at':
    'response date|responded at|reply date|replied at|reply time|fecha respuesta|antwort datum|date reponse',
}
