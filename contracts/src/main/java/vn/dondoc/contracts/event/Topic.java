package vn.dondoc.contracts.event;

/** The topics, all with 12 partitions and kept for ever unless said otherwise. */
public enum Topic {

    /** Present state of units, positions and calendars; compacted, tombstones erase. Keys {@code unit/ID} and so on. */
    ORGANISATION("dondoc.organisation"),
    /** What happened to the organisation; key: commune, or province where there is none. */
    ORGANISATION_EVENT("dondoc.organisation-event"),
    /** Key: commune. */
    PLAN("dondoc.plan"),
    /** Key: commune. */
    TASK("dondoc.task"),
    /** Key: commune. */
    REPORT("dondoc.report"),
    /** Key: recipient position; kept for 90 days. */
    NOTIFICATION("dondoc.notification");

    /** Partitions of every topic; never changed, since keys would move. */
    public static final int PARTITIONS = 12;

    private final String topicName;

    Topic(String topicName) {
        this.topicName = topicName;
    }

    public String topicName() {
        return topicName;
    }

    /** Where records go that a consumer group could not read. */
    public static String deadLetters(String group) {
        return "dondoc.dead-letters." + group;
    }
}
