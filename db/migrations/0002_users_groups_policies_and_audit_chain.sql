CREATE TABLE "delegation_policies" (
	"delegation_id" text NOT NULL,
	"policy_id" text NOT NULL,
	CONSTRAINT "delegation_policies_delegation_id_policy_id_pk" PRIMARY KEY("delegation_id","policy_id")
);
--> statement-breakpoint
CREATE TABLE "delegations" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"project_id" text NOT NULL,
	"delegate_id" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"expires_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"policy_id" text NOT NULL,
	"project_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "grants_once" UNIQUE NULLS NOT DISTINCT("group_id","policy_id","project_id")
);
--> statement-breakpoint
CREATE TABLE "group_members" (
	"group_id" text NOT NULL,
	"user_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "group_members_group_id_user_id_pk" PRIMARY KEY("group_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "policies" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"kind" text NOT NULL,
	"document" json NOT NULL,
	"depends_on" json DEFAULT '[]'::json NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "policies_name" UNIQUE NULLS NOT DISTINCT("account_id","name")
);
--> statement-breakpoint
CREATE TABLE "audit_chains" (
	"chain" text PRIMARY KEY NOT NULL,
	"position" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_seals" (
	"chain" text NOT NULL,
	"position" bigint NOT NULL,
	"sealed" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_seals_chain_position_pk" PRIMARY KEY("chain","position")
);
--> statement-breakpoint
ALTER TABLE "access_keys" DROP CONSTRAINT "access_keys_user_id_users_id_fk";
--> statement-breakpoint
ALTER TABLE "sessions" DROP CONSTRAINT "sessions_user_id_users_id_fk";
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "phone" text;--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "actor_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "chain" text;--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "position" bigint;--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "hash" text;--> statement-breakpoint
ALTER TABLE "delegation_policies" ADD CONSTRAINT "delegation_policies_delegation_id_delegations_id_fk" FOREIGN KEY ("delegation_id") REFERENCES "public"."delegations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegation_policies" ADD CONSTRAINT "delegation_policies_policy_id_policies_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."policies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_delegate_id_accounts_id_fk" FOREIGN KEY ("delegate_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_policy_id_policies_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."policies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policies" ADD CONSTRAINT "policies_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "delegation_policies_by_policy" ON "delegation_policies" USING btree ("policy_id");--> statement-breakpoint
CREATE UNIQUE INDEX "delegations_name" ON "delegations" USING btree ("account_id","name");--> statement-breakpoint
CREATE INDEX "delegations_by_delegate" ON "delegations" USING btree ("delegate_id","project_id");--> statement-breakpoint
CREATE INDEX "grants_by_policy" ON "grants" USING btree ("policy_id");--> statement-breakpoint
CREATE INDEX "group_members_by_user" ON "group_members" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "groups_name" ON "groups" USING btree ("account_id","name");--> statement-breakpoint
ALTER TABLE "access_keys" ADD CONSTRAINT "access_keys_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_by_account" ON "audit_log" USING btree ("account_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_log_chain" ON "audit_log" USING btree ("chain","position");--> statement-breakpoint
-- The chain of the audit trail (IAM-27). A digest covers the digest before it and every column, each as `bytes:value`, `-` for null.
CREATE FUNCTION "audit_field"(value text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
	SELECT coalesce(octet_length(value)::text || ':' || value, '-')
$$;
--> statement-breakpoint
CREATE FUNCTION "audit_digest"(previous text, entry "audit_log") RETURNS text LANGUAGE sql STABLE AS $$
	SELECT encode(sha256(convert_to(concat_ws(',',
		previous, audit_field(entry.chain), audit_field(entry.position::text),
		audit_field(to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
		audit_field(entry.account_id), audit_field(entry.project_id),
		audit_field(entry.actor_kind), audit_field(entry.actor_id), audit_field(entry.actor_name),
		audit_field(entry.source_ip), audit_field(entry.operation),
		audit_field(entry.target_kind), audit_field(entry.target_id),
		audit_field(entry.result), audit_field(entry.request_id)
	), 'UTF8')), 'hex')
$$;
--> statement-breakpoint
-- The row of the chain's end is locked until the writer's transaction ends: positions have no gaps and follow the order of commits.
CREATE FUNCTION "audit_chain"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE previous text;
BEGIN
	NEW.at := date_trunc('milliseconds', NEW.at);
	NEW.chain := coalesce(NEW.project_id, NEW.account_id);
	NEW.position := NULL;
	NEW.hash := NULL;
	IF NEW.chain IS NULL THEN RETURN NEW; END IF;
	INSERT INTO "audit_chains" AS head (chain, position, hash) VALUES (NEW.chain, 1, repeat('0', 64))
		ON CONFLICT (chain) DO UPDATE SET position = head.position + 1
		RETURNING head.position, head.hash INTO NEW.position, previous;
	NEW.hash := audit_digest(previous, NEW);
	UPDATE "audit_chains" SET hash = NEW.hash WHERE chain = NEW.chain;
	RETURN NEW;
END
$$;
--> statement-breakpoint
-- Rows from before the chain take their places in it.
DO $$
DECLARE
	entry "audit_log"%ROWTYPE;
	previous text;
BEGIN
	UPDATE "audit_log" SET account_id = nullif(account_id, '-'), project_id = nullif(project_id, '-'), at = date_trunc('milliseconds', at);
	FOR entry IN SELECT * FROM "audit_log" WHERE coalesce(project_id, account_id) IS NOT NULL ORDER BY seq LOOP
		entry.chain := coalesce(entry.project_id, entry.account_id);
		INSERT INTO "audit_chains" AS head (chain, position, hash) VALUES (entry.chain, 1, repeat('0', 64))
			ON CONFLICT (chain) DO UPDATE SET position = head.position + 1
			RETURNING head.position, head.hash INTO entry.position, previous;
		entry.hash := audit_digest(previous, entry);
		UPDATE "audit_chains" SET hash = entry.hash WHERE chain = entry.chain;
		UPDATE "audit_log" SET chain = entry.chain, position = entry.position, hash = entry.hash WHERE seq = entry.seq;
	END LOOP;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "audit_log_chain" BEFORE INSERT ON "audit_log" FOR EACH ROW EXECUTE FUNCTION "audit_chain"();
--> statement-breakpoint
CREATE FUNCTION "audit_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'The audit trail is only ever added to';
END
$$;
--> statement-breakpoint
CREATE TRIGGER "audit_log_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_log" FOR EACH STATEMENT EXECUTE FUNCTION "audit_is_append_only"();
