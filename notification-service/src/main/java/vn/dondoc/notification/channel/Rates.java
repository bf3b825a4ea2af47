package vn.dondoc.notification.channel;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import vn.dondoc.notification.rule.Channel;

/** How many may be handed to a provider in a second, counted by the database's clock for all instances together. */
@Component
public class Rates {

    static final String COLLECTION = "channel_rates";
    private static final String SECOND = "second";
    private static final String USED = "used";

    private final MongoTemplate mongo;
    private final NotificationProperties properties;

    Rates(MongoTemplate mongo, NotificationProperties properties) {
        this.mongo = mongo;
        this.properties = properties;
    }

    /** How many of those may go in this second. */
    public int take(Channel channel, int wanted) {
        var limit = properties.rates().of(channel);
        if (limit <= 0) {
            return wanted;
        }
        var present = new Document("$dateTrunc", new Document("date", "$$NOW").append("unit", SECOND));
        var same = new Document("$eq", List.of("$" + SECOND, present));
        var after = mongo.getCollection(COLLECTION).findOneAndUpdate(Filters.eq("_id", channel.code()), List.of(new Document("$set",
                new Document(USED, new Document("$add", List.of(new Document("$cond", List.of(same, "$" + USED, 0)), wanted))).append(SECOND, present))),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        var used = after == null ? wanted : after.get(USED, Number.class).intValue();
        return Math.clamp(limit - (long) (used - wanted), 0, wanted);
    }
}
