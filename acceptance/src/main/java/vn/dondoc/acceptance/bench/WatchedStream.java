package vn.dondoc.acceptance.bench;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Overhears which change stream the relay opens, so that the bare loop follows the very same one. */
final class WatchedStream implements CommandListener {

    private volatile @Nullable BsonDocument opened;

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (event.getCommandName().equals("aggregate")) {
            var stages = event.getCommand().getArray("pipeline");
            if (!stages.isEmpty() && stages.get(0).asDocument().containsKey("$changeStream")) {
                opened = BsonDocument.parse(event.getCommand().toJson());
            }
        }
    }

    /** Its stages behind {@code $changeStream}. */
    List<? extends Bson> stages() {
        var command = opened;
        if (command == null) {
            throw new IllegalStateException("The relay has opened no change stream yet");
        }
        return command.getArray("pipeline").stream().skip(1).map(stage -> stage.asDocument()).toList();
    }

    /** How many changes it asks for at once. */
    int batchSize() {
        var command = opened;
        return command == null ? 0 : command.getDocument("cursor").getNumber("batchSize").intValue();
    }
}
