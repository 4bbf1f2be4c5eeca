/* What /metrics tells of uploads (doc/METRICS.md). */
#include "mod_upload/upload.h"

#include <string.h>

#include "base/map.h"
#include "base/metrics.h"
#include "xmpp/error.h"

/* The words of section 6, else the condition. The last one is for whatever it may be. */
static const char *const slot_reasons[UPLOAD_SLOT_REASONS] = {
	"file-too-large", "retry", "resource-constraint", "not-acceptable", "bad-request", "forbidden", "feature-not-implemented", "other",
};

/* What receive.c answers. The last one is for whatever it may be. */
static const struct { unsigned status; const char *text; } statuses[UPLOAD_STATUSES] = {
	{ 400, "400" }, { 403, "403" }, { 404, "404" }, { 409, "409" }, { 410, "410" }, { 413, "413" }, { 415, "415" }, { 500, "500" },
	{ 503, "503" }, { 507, "507" }, { 0, "other" },
};

void upload_count_slot_refusal(struct upload *upload, const struct nx_event *ev)
{
	const char *reason = ev->error_condition ? ev->error_condition->name : nx_error_stanza_condition(ev->error.kind);
	size_t i = 0;

	while (i < UPLOAD_SLOT_REASONS - 1 && strcmp(slot_reasons[i], reason) != 0)
		i++;
	upload->counts.slot_refusals[i]++;
}

void upload_count_refusal(struct upload *upload, unsigned status)
{
	size_t i = 0;

	while (i < UPLOAD_STATUSES - 1 && statuses[i].status != status)
		i++;
	upload->counts.refusals[i]++;
}

void upload_tell_metrics(struct nx_module *mod, struct nx_metrics *out)
{
	const struct upload *upload = mod->data;
	const struct upload_counts *counts = &upload->counts;
	int64_t files, bytes;

	upload_contents_stock(upload->contents, &files, &bytes);
	nx_metrics_counter(out, "nexa_upload_slots", NULL, "Slots that were given", (double)counts->slots);
	nx_metrics_family(out, NX_METRIC_COUNTER, "nexa_upload_slot_refusals", NULL, "Slots that were refused");
	for (size_t i = 0; i < UPLOAD_SLOT_REASONS; i++)
		nx_metrics_value(out, (double)counts->slot_refusals[i], "reason", slot_reasons[i], NULL);
	nx_metrics_counter(out, "nexa_uploads", NULL, "Files that were taken in", (double)counts->stored);
	nx_metrics_family(out, NX_METRIC_COUNTER, "nexa_upload_refusals", NULL, "Files that were refused");
	for (size_t i = 0; i < UPLOAD_STATUSES; i++)
		nx_metrics_value(out, (double)counts->refusals[i], "status", statuses[i].text, NULL);
	nx_metrics_counter(out, "nexa_uploads_broken_off", NULL, "Files whose sender went before the end", (double)counts->broken_off);
	nx_metrics_counter(out, "nexa_upload_received_bytes", "bytes", "Bytes of files that have come in, whatever became of them",
			   (double)counts->received_bytes);
	nx_metrics_gauge(out, "nexa_upload_receiving", NULL, "Files that are coming in", (double)nx_map_count(upload->receiving));
	nx_metrics_gauge(out, "nexa_upload_files", NULL, "Files that are kept, each once however many people have it", (double)files);
	nx_metrics_gauge(out, "nexa_upload_held_bytes", "bytes", "What they take", (double)bytes);
	nx_metrics_family(out, NX_METRIC_COUNTER, "nexa_upload_removals", NULL, "Uploads that are no more: removed by somebody, or their time was over");
	nx_metrics_value(out, (double)counts->removed, "reason", "removed", NULL);
	nx_metrics_value(out, (double)counts->expired, "reason", "expired", NULL);
}
