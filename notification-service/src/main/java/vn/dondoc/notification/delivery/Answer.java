package vn.dondoc.notification.delivery;

/** What came of trying to send. */
sealed interface Answer {

    /** The server has taken it over. */
    record Taken() implements Answer {}

    /** No repetition will help. */
    record Refused(String code) implements Answer {}

    /** Not now. */
    record Away(String code) implements Answer {}
}
