ALTER TABLE "audit_seals" DROP CONSTRAINT "audit_seals_chain_position_pk";--> statement-breakpoint
ALTER TABLE "audit_seals" ADD PRIMARY KEY ("chain");