CREATE TABLE "engine_changes" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "engine_changes_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"tx" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"project_id" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"engine_id" text NOT NULL,
	"state" text,
	"failure" json,
	"operation_id" text
);
--> statement-breakpoint
CREATE TABLE "engine_hosts" (
	"id" text PRIMARY KEY NOT NULL,
	"url" text NOT NULL,
	"heard_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "engine_listeners" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"engine_id" text NOT NULL,
	"place" integer NOT NULL,
	"scope" text NOT NULL,
	"family" text NOT NULL,
	"ip" text,
	"port" integer NOT NULL,
	"wish" text NOT NULL,
	"version" text NOT NULL,
	"generation" integer DEFAULT 1 NOT NULL,
	"answered" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "engine_listener_reports" (
	"listener_id" text NOT NULL,
	"host_id" text NOT NULL,
	"generation" integer NOT NULL,
	"url" text,
	"failure" json,
	CONSTRAINT "engine_listener_reports_listener_id_host_id_pk" PRIMARY KEY("listener_id","host_id")
);
--> statement-breakpoint
CREATE TABLE "engine_operation_log" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "engine_operation_log_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"tx" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"project_id" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"operation_id" text NOT NULL,
	"step" text NOT NULL,
	"level" text NOT NULL,
	"message" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "engine_operations" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"engine_id" text NOT NULL,
	"engine_name" text NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'running' NOT NULL,
	"wish" json NOT NULL,
	"step" integer DEFAULT 0 NOT NULL,
	"applied" boolean DEFAULT false NOT NULL,
	"failure" json,
	"started_by" text NOT NULL,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "engines" ADD COLUMN "ipv6" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "engines" ADD COLUMN "format" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "engines" ADD COLUMN "operation_id" text;--> statement-breakpoint
ALTER TABLE "engine_listeners" ADD CONSTRAINT "engine_listeners_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engine_listeners" ADD CONSTRAINT "engine_listeners_engine_id_engines_id_fk" FOREIGN KEY ("engine_id") REFERENCES "public"."engines"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engine_listener_reports" ADD CONSTRAINT "engine_listener_reports_listener_id_engine_listeners_id_fk" FOREIGN KEY ("listener_id") REFERENCES "public"."engine_listeners"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engine_operation_log" ADD CONSTRAINT "engine_operation_log_operation_id_engine_operations_id_fk" FOREIGN KEY ("operation_id") REFERENCES "public"."engine_operations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engine_operations" ADD CONSTRAINT "engine_operations_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "engine_changes_feed" ON "engine_changes" USING btree ("project_id","tx","seq");--> statement-breakpoint
CREATE INDEX "engine_listeners_by_engine" ON "engine_listeners" USING btree ("engine_id");--> statement-breakpoint
CREATE INDEX "engine_operation_log_feed" ON "engine_operation_log" USING btree ("operation_id","tx","seq");--> statement-breakpoint
CREATE INDEX "engine_operations_by_engine" ON "engine_operations" USING btree ("engine_id","id");--> statement-breakpoint
CREATE INDEX "engine_operations_by_project" ON "engine_operations" USING btree ("project_id","id");