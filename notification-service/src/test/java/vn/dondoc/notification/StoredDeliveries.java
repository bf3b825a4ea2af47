package vn.dondoc.notification;

import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.testing.TestProvince;

/** Deliveries on a channel that the tests' service has not, so that nobody sends them meanwhile. */
final class StoredDeliveries {

    private StoredDeliveries() {}

    static String put(MongoTemplate mongo, TestProvince province, String state) {
        var id = "nt-" + UUID.randomUUID();
        mongo.getCollection("deliveries").insertOne(new Document("_id", id).append("digest", false).append("channel", "WEBHOOK").append("rank", 0)
                .append("province", province.unit("tinh").value()).append("commune", province.unit("xa1").value())
                .append("positions", List.of(province.positionId("xa1.kinhte", Role.OFFICER).value())).append("messages", List.of("nt-no-message"))
                .append("state", state).append("tries", 1).append("queuedAt", new Date()).append("correlation", "test"));
        return id;
    }
}
