package vn.dondoc.contracts.event;

/** Names of the record headers: CloudEvents 1.0 in binary mode for Kafka, with three extensions. */
public final class EventHeaders {

    public static final String ID = "ce_id";
    /** The simple name of the event record. */
    public static final String TYPE = "ce_type";
    /** {@code /plan-service} and so on. */
    public static final String SOURCE = "ce_source";
    /** Collection and id of the aggregate: {@code assignments/4f…}. */
    public static final String SUBJECT = "ce_subject";
    /** Domain time, RFC 3339 in UTC. */
    public static final String TIME = "ce_time";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String CONTENT_TYPE = "content-type";
    /** Extension: grows by one per event of the aggregate, from 1. */
    public static final String SEQUENCE = "ce_sequence";
    /**
     * Extension: how often the topics were rebuilt from restored histories, from 1, which is meant where the header is missing. Any
     * sequence of a later generation is newer than every one of an earlier.
     */
    public static final String GENERATION = "ce_generation";
    /** Extension: follows one call of a person through all that it caused. */
    public static final String CORRELATION = "ce_correlationid";

    private EventHeaders() {}
}
