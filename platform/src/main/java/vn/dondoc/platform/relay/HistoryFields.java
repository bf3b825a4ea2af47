package vn.dondoc.platform.relay;

/** Names inside stored aggregates that the relay reads. */
final class HistoryFields {

    static final String NAME = "history";
    static final String WRITTEN_AT = "history.writtenAt";

    private HistoryFields() {}
}
