/** The migrations in the order of their names; `db:diff` writes a new one beside them. */
const modules = import.meta.glob<Record<string, new (...args: never[]) => object>>('./2*.ts', { eager: true });

export const migrations = Object.entries(modules).sort(([a], [b]) => a.localeCompare(b))
  .map(([file, module]) => ({ name: file.replace(/^\.\/|\.ts$/g, ''), class: Object.values(module)[0]! as never }));
