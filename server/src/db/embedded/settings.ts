import { totalmem } from 'node:os'

const MB = 1024 * 1024

/** Given on the command line at every start, so that a folder moved to another machine fits it. */
export function settingsFor(sockets: string): string[] {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY) / MB
  const settings: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: `"${sockets.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    max_connections: '60',
    // What a million rows with their indexes are written and searched in: with a quarter of 2 GB, each page of theirs is
    // written out and read again once and more while they come in; five million orders with their figures take five.
    shared_buffers: megabytes(memory < 14_000 ? memory / 8 : memory / 4, 64, 8192),
    effective_cache_size: megabytes(memory / 2, 256, 16_384),
    work_mem: '16MB',
    maintenance_work_mem: megabytes(memory / 16, 64, 512),
    // A checkpoint begins at 4 GB, and is made in half of the time until the next: an import of a million rows comes by with two.
    // After a crash about as much as the six has to be read again at most.
    max_wal_size: '6GB',
    checkpoint_completion_target: '0.5',
    // Each page is kept whole when it is first changed after a checkpoint. Packing it took a third of all
    // CPU time while orders came in; seldom checkpoints keep fewer pages.
    checkpoint_timeout: '15min',
    wal_compression: 'off',
    random_page_cost: '1.1',
    // Compiling costs more than it saves for queries of a few milliseconds.
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Refused statements are the application's to report; their text would put customers into the log.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

const megabytes = (value: number, min: number, max: number) =>
  `${Math.round(Math.min(Math.max(value, min), max))}MB`
