/** Why a cell could not be read; its field stays empty. */
export type CellProblem = { readonly code: string; readonly message: string }
