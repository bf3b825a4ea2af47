package vn.dondoc.notification.channel;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.dondoc.notification.rule.Channel;

/** The carriers of all channels besides the inbox. */
@Component
public class Carriers {

    private final Map<Channel, Carrier> carriers = new EnumMap<>(Channel.class);

    public Carriers(List<Carrier> all) {
        all.forEach(carrier -> carriers.put(carrier.channel(), carrier));
    }

    public Carrier of(Channel channel) {
        return Objects.requireNonNull(carriers.get(channel), "Nobody carries on this channel");
    }

    public boolean isThere(Channel channel) {
        return carriers.containsKey(channel) && of(channel).isThere();
    }

    public Set<Channel> channels() {
        return carriers.keySet();
    }
}
