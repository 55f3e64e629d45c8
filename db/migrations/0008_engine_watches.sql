CREATE TABLE "engine_watches" (
	"engine_id" text PRIMARY KEY NOT NULL,
	"watched_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "engine_watches" ADD CONSTRAINT "engine_watches_engine_id_engines_id_fk" FOREIGN KEY ("engine_id") REFERENCES "public"."engines"("id") ON DELETE cascade ON UPDATE no action;