package vn.dondoc.platform.store;

import java.util.List;

/** Setups that follow from something else, such as one for each kind of aggregate. A bean of this type is enough, as of the single one. */
public record CollectionSetups(List<CollectionSetup> all) {

    public CollectionSetups {
        all = List.copyOf(all);
    }
}
