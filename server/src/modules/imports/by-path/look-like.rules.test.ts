// What a file is a list of, by the names of its columns alone.
import { expect, test } from 'vitest'
import { programs } from '../mapping/other-programs.kit.ts'
import { kindOfHeaders } from './look-like.rules.ts'

const kindOf = (line: string) => kindOfHeaders(line.split(',').map((header) => header.trim()))

test.each([
  ['Northwind', 'orderID,customerID,employeeID,orderDate,requiredDate,shippedDate,shipVia,freight,shipName'],
  ['Chinook', 'InvoiceId,CustomerId,InvoiceDate,BillingAddress,BillingCity,BillingCountry,Total'],
  ['Sakila', 'payment_id,customer_id,staff_id,rental_id,amount,payment_date'],
  [
    'AdventureWorks',
    'salesorderid,taxamt,status,orderdate,subtotal,freight,totaldue,customerid,accountnumber',
  ],
  [
    'a shop with its lines',
    'Name,Email,Created at,Lineitem quantity,Lineitem name,Lineitem price,Billing Name,Id',
  ],
  ['a till without the word order', 'No,Date,Store,Total'],
  ['Spanish', 'ID pedido,Fecha,Correo,Importe'],
])('orders: %s', (_, headers) => {
  expect(kindOf(headers)).toBe('orders')
})

test.each([
  ['Northwind', 'orderID,productID,unitPrice,quantity,discount'],
  ['Chinook', 'InvoiceLineId,InvoiceId,TrackId,UnitPrice,Quantity'],
  [
    'AdventureWorks',
    'salesorderid,orderqty,salesorderdetailid,unitprice,modifieddate,productid,unitpricediscount',
  ],
])('lines: %s', (_, headers) => {
  expect(kindOf(headers)).toBe('order-lines')
})

test.each([
  ['with stars', 'Reviewer,Email,Stars,Comment,Date'],
  ['with an order', 'Review ID,Order number,Rating,Review text,Review date'],
  ['Spanish', 'Cliente,Valoración,Comentario,Fecha'],
  ['of a survey', 'Feedback ID,Customer email,Sentiment,Submitted at'],
])('reviews: %s', (_, headers) => {
  expect(kindOf(headers)).toBe('reviews')
})

test.each([
  ['of leads that are rated', 'First name,Last name,Company,Rating,Created,Comments'],
  ['with a date and an amount', 'ID,First name,Last name,Email,Created at,Amount'],
  ['with sums of orders', 'Customer ID,Name,Email,Total Orders,Total Spent,Last order date'],
  ['of products', 'productID,productName,unitPrice,quantityPerUnit'],
  ['that is ours', 'id,type,number,displayName,email,phone,createdAt,orders,visits,revenueTotal'],
])('no orders: a list %s', (_, headers) => {
  expect(kindOf(headers)).toBe('customers')
})

test.each(Object.entries(programs))('customers of %s are no orders', (_, text) => {
  const headers = text.split('\n').map((line) => line.split(' = ')[0]?.trim() ?? '')
  expect(kindOfHeaders(headers.filter(Boolean))).toBe('customers')
})
