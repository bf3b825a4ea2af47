package vn.dondoc.platform.consume;

import java.util.List;

/** The consumer groups that this service binds. */
public record ConsumerGroups(List<String> names) {

    public ConsumerGroups {
        names = List.copyOf(names);
    }
}
