CREATE TABLE "engine_entries" (
	"engine_id" text NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"value" jsonb,
	"revision" bigint NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "engine_entries_engine_id_kind_key_pk" PRIMARY KEY("engine_id","kind","key")
);
--> statement-breakpoint
CREATE TABLE "engine_leases" (
	"engine_id" text NOT NULL,
	"instance" text NOT NULL,
	"seconds" integer NOT NULL,
	"renewed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "engine_leases_engine_id_instance_pk" PRIMARY KEY("engine_id","instance")
);
--> statement-breakpoint
CREATE TABLE "engine_revisions" (
	"engine_id" text PRIMARY KEY NOT NULL,
	"revision" bigint DEFAULT 0 NOT NULL,
	"forgotten" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "engines" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"edition" text NOT NULL,
	"specification" text NOT NULL,
	"instance_quota" integer NOT NULL,
	"zones" json NOT NULL,
	"vpc_id" text,
	"subnet_id" text,
	"public_ip_id" text,
	"resource_id" text,
	"version" text NOT NULL,
	"state" text NOT NULL,
	"failure" json,
	"authentication" boolean DEFAULT false NOT NULL,
	"ports" json DEFAULT '[]'::json NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "engine_entries" ADD CONSTRAINT "engine_entries_engine_id_engines_id_fk" FOREIGN KEY ("engine_id") REFERENCES "public"."engines"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engine_leases" ADD CONSTRAINT "engine_leases_engine_id_engines_id_fk" FOREIGN KEY ("engine_id") REFERENCES "public"."engines"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engine_revisions" ADD CONSTRAINT "engine_revisions_engine_id_engines_id_fk" FOREIGN KEY ("engine_id") REFERENCES "public"."engines"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engines" ADD CONSTRAINT "engines_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engines" ADD CONSTRAINT "engines_vpc_id_resources_id_fk" FOREIGN KEY ("vpc_id") REFERENCES "public"."resources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engines" ADD CONSTRAINT "engines_subnet_id_resources_id_fk" FOREIGN KEY ("subnet_id") REFERENCES "public"."resources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engines" ADD CONSTRAINT "engines_public_ip_id_resources_id_fk" FOREIGN KEY ("public_ip_id") REFERENCES "public"."resources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engines" ADD CONSTRAINT "engines_resource_id_resources_id_fk" FOREIGN KEY ("resource_id") REFERENCES "public"."resources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "engine_entries_by_revision" ON "engine_entries" USING btree ("engine_id","revision");--> statement-breakpoint
CREATE UNIQUE INDEX "engines_name" ON "engines" USING btree ("project_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "engines_professional" ON "engines" USING btree ("project_id") WHERE "engines"."edition" = 'professional';