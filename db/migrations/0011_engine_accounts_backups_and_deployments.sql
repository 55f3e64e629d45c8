CREATE TABLE "engine_account_locks" (
	"engine_id" text NOT NULL,
	"key" text NOT NULL,
	"failures" integer NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	"locked_until" timestamp with time zone,
	CONSTRAINT "engine_account_locks_engine_id_key_pk" PRIMARY KEY("engine_id","key")
);
--> statement-breakpoint
CREATE TABLE "engine_signing_keys" (
	"engine_id" text PRIMARY KEY NOT NULL,
	"private_key" text NOT NULL,
	"public_key" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "engine_backup_policies" (
	"engine_id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"weekdays" json NOT NULL,
	"hour" integer NOT NULL,
	"last_slot" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "engine_backups" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"engine_id" text NOT NULL,
	"name" text NOT NULL,
	"remark" text DEFAULT '' NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'running' NOT NULL,
	"version" text NOT NULL,
	"format" integer NOT NULL,
	"revision" bigint,
	"taken_at" timestamp with time zone,
	"entries" integer,
	"parts" integer,
	"size" bigint,
	"sha256" text,
	"failure" json,
	"created_by" text NOT NULL,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "engine_restores" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"engine_id" text NOT NULL,
	"backup_id" text NOT NULL,
	"backup_name" text NOT NULL,
	"state" text DEFAULT 'running' NOT NULL,
	"failure" json,
	"started_by" text NOT NULL,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "engine_restored_entries" (
	"restore_id" text NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"value" jsonb NOT NULL,
	CONSTRAINT "engine_restored_entries_restore_id_kind_key_pk" PRIMARY KEY("restore_id","kind","key")
);
--> statement-breakpoint
ALTER TABLE "instances" ADD COLUMN "engine_id" text;--> statement-breakpoint
ALTER TABLE "engine_account_locks" ADD CONSTRAINT "engine_account_locks_engine_id_engines_id_fk" FOREIGN KEY ("engine_id") REFERENCES "public"."engines"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engine_signing_keys" ADD CONSTRAINT "engine_signing_keys_engine_id_engines_id_fk" FOREIGN KEY ("engine_id") REFERENCES "public"."engines"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engine_backup_policies" ADD CONSTRAINT "engine_backup_policies_engine_id_engines_id_fk" FOREIGN KEY ("engine_id") REFERENCES "public"."engines"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engine_backup_policies" ADD CONSTRAINT "engine_backup_policies_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engine_backups" ADD CONSTRAINT "engine_backups_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engine_backups" ADD CONSTRAINT "engine_backups_engine_id_engines_id_fk" FOREIGN KEY ("engine_id") REFERENCES "public"."engines"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engine_restores" ADD CONSTRAINT "engine_restores_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engine_restores" ADD CONSTRAINT "engine_restores_engine_id_engines_id_fk" FOREIGN KEY ("engine_id") REFERENCES "public"."engines"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engine_restored_entries" ADD CONSTRAINT "engine_restored_entries_restore_id_engine_restores_id_fk" FOREIGN KEY ("restore_id") REFERENCES "public"."engine_restores"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "engine_backups_name" ON "engine_backups" USING btree ("engine_id","name");--> statement-breakpoint
CREATE INDEX "engine_backups_by_engine" ON "engine_backups" USING btree ("engine_id","id");--> statement-breakpoint
CREATE INDEX "engine_backups_by_age" ON "engine_backups" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "engine_restores_by_engine" ON "engine_restores" USING btree ("engine_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "engine_restores_running" ON "engine_restores" USING btree ("engine_id") WHERE "engine_restores"."state" = 'running';