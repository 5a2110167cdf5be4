import { Migration } from '@mikro-orm/migrations';

/** The audit log is only ever added to, and each row's hash covers the one before it. */
export class AuditChain extends Migration {
  override up(): void {
    // One writer at a time from here to its commit, so that rows stand in the order of the chain. Commands write their lines last.
    this.addSql(`create function audit_line_chain() returns trigger language plpgsql as $$
      declare before text;
      begin
        perform pg_advisory_xact_lock(hashtext('audit_line'));
        select hash into before from audit_line order by id desc limit 1;
        new.id := nextval(pg_get_serial_sequence('audit_line', 'id'));
        new.at := clock_timestamp();
        new.hash := encode(sha256(convert_to(concat_ws('|', coalesce(before, ''), new.id, extract(epoch from new.at), new.actor_kind,
          coalesce(new.actor_id, ''), new.action, new.subject, coalesce(new.subject_id, '')), 'UTF8')), 'hex');
        return new;
      end $$`);
    this.addSql('create trigger audit_line_chain before insert on audit_line for each row execute function audit_line_chain()');
    this.addSql(`create function audit_line_stays() returns trigger language plpgsql as $$
      begin raise exception 'the audit log is only added to'; end $$`);
    this.addSql('create trigger audit_line_stays before update or delete on audit_line for each row execute function audit_line_stays()');
    this.addSql('create trigger audit_line_stays_whole before truncate on audit_line for each statement execute function audit_line_stays()');
  }
}
