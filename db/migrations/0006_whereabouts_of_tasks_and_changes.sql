ALTER TABLE "instance_changes" ADD COLUMN "component_id" text;--> statement-breakpoint
ALTER TABLE "instance_changes" ADD COLUMN "application_id" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "component_id" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "application_id" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "environment_id" text;--> statement-breakpoint
UPDATE "tasks" SET "component_id" = i."component_id", "application_id" = i."application_id", "environment_id" = i."environment_id" FROM "instances" i WHERE i."id" = "tasks"."instance_id";--> statement-breakpoint
UPDATE "instance_changes" SET "component_id" = i."component_id", "application_id" = i."application_id" FROM "instances" i WHERE i."id" = "instance_changes"."instance_id";
