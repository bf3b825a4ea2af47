package vn.dondoc.platform.relay;

import org.bson.Document;

/**
 * A record in a topic that the histories do not know: they are older than the topics.
 *
 * @param generation the newest that the topics name
 */
record Ahead(String topic, String subject, long sequence, long generation) {

    Document write() {
        return new Document("topic", topic).append("subject", subject).append("sequence", sequence).append("generation", generation);
    }

    static Ahead read(Document stored) {
        return new Ahead(
                stored.getString("topic"), stored.getString("subject"), stored.get("sequence", Number.class).longValue(),
                stored.get("generation", Number.class).longValue());
    }
}
