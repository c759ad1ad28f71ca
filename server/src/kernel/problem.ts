// Errors as the wire has them (RFC 9457). The code is a translation key on both sides.
export type FieldFault = { readonly path: string; readonly code: string; readonly message: string }
export type ProblemParams = Readonly<Record<string, unknown>>

export class Problem extends Error {
  readonly code: string
  readonly status: number
  readonly params: ProblemParams
  readonly fields: readonly FieldFault[]
  /** Further members of the answer, such as `current` of a 412. */
  readonly extra: Readonly<Record<string, unknown>>

  constructor(
    code: string,
    status: number,
    more: {
      detail?: string
      params?: ProblemParams
      fields?: readonly FieldFault[]
      extra?: Readonly<Record<string, unknown>>
      /** For the log. */
      cause?: Error
    } = {},
  ) {
    super(more.detail ?? titles[status] ?? 'Error', more.cause && { cause: more.cause })
    this.code = code
    this.status = status
    this.params = more.params ?? {}
    this.fields = more.fields ?? []
    this.extra = more.extra ?? {}
  }
}

export const titles: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  412: 'Changed by somebody else',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Not acceptable',
  428: 'If-Match is required',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Not ready',
  507: 'No space left',
}

export const notFound = (what: string) => new Problem(`${what}.not_found`, 404)
export const conflict = (code: string, params?: ProblemParams, fields?: readonly FieldFault[]) =>
  new Problem(code, 409, {
    ...(params && { params }),
    ...(fields && { fields, detail: detailOf(fields) }),
  })
const detailOf = (fields: readonly FieldFault[]) => fields.map((f) => `${f.path}: ${f.message}`).join('; ')
/** 422: the body was read, and these fields of it cannot be accepted. */
export const invalid = (fields: readonly FieldFault[]) =>
  new Problem('body.invalid', 422, {
    detail: detailOf(fields),
    fields,
  })
/** 400: what is wrong lies in the address or a header. */
export const badRequest = (code: string, detail: string, fields: readonly FieldFault[] = []) =>
  new Problem(code, 400, { detail, fields })
