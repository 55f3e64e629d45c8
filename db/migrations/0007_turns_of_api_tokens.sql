ALTER TABLE "api_tokens" ADD COLUMN "turns" double precision;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD COLUMN "turns_at" timestamp with time zone;