/** Where a report's dossier stands in the data package. */
export function dossierPath(report: string): string {
  return `reports/${report}`;
}

/** Where a table stands in its dossier: what was read from sentences apart from what the report prints as a table. */
export function tablePath(id: string): string {
  const name = id.slice(id.indexOf('/') + 1);
  return `${name.startsWith('text-') ? 'text' : 'tables'}/${name}.csv`;
}
