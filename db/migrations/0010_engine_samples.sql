CREATE UNLOGGED TABLE "engine_samples" (
	"engine_id" text NOT NULL,
	"tenant" text NOT NULL,
	"instance_id" text NOT NULL,
	"part" text NOT NULL,
	"application" text NOT NULL,
	"service" text NOT NULL,
	"version" text NOT NULL,
	"environment" text NOT NULL,
	"host" text NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"seconds" integer NOT NULL,
	"served" jsonb NOT NULL,
	"called" jsonb NOT NULL,
	"machine" jsonb NOT NULL,
	"operations" jsonb NOT NULL,
	CONSTRAINT "engine_samples_engine_id_tenant_instance_id_part_pk" PRIMARY KEY("engine_id","tenant","instance_id","part")
);
--> statement-breakpoint
ALTER TABLE "engine_samples" ADD CONSTRAINT "engine_samples_engine_id_engines_id_fk" FOREIGN KEY ("engine_id") REFERENCES "public"."engines"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "engine_samples_of_service" ON "engine_samples" USING btree ("engine_id","application","service");