// One customer in 512, told by the last bits of the id, which are random; an index holds them.
export const ONE_IN = 512

export const sampled =
  'get_byte(uuid_send(s.customer_id), 15) = 7 and get_byte(uuid_send(s.customer_id), 14) < 128'
