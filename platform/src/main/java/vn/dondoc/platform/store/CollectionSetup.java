package vn.dondoc.platform.store;

import com.mongodb.client.model.IndexModel;
import java.util.List;

/**
 * A collection that a service needs, with its indexes. A bean of this type is enough: it is made at start, and again tried
 * while the database is away; the service is not ready before.
 */
public record CollectionSetup(String name, List<IndexModel> indexes) {

    public static CollectionSetup of(String name, IndexModel... indexes) {
        return new CollectionSetup(name, List.of(indexes));
    }
}
