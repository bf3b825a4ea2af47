package vn.dondoc.notification.delivery;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.contracts.api.Page;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.notification.channel.Carriers;
import vn.dondoc.notification.channel.Circuits;
import vn.dondoc.notification.rule.Channel;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Caller;
import vn.dondoc.platform.access.Reach;
import vn.dondoc.platform.problem.ProblemException;
import vn.dondoc.platform.web.Call;
import vn.dondoc.platform.web.Correlation;
import vn.dondoc.platform.web.Window;

/** What is on its way, for the administrator of the province: to which positions, why, and what became of it; never to which address. */
@RestController
@RequestMapping("/api/deliveries")
class DeliveryController {

    private final Deliveries deliveries;
    private final DeliveryView view;
    private final Carriers carriers;
    private final Circuits circuits;

    DeliveryController(Deliveries deliveries, DeliveryView view, Carriers carriers, Circuits circuits) {
        this.deliveries = deliveries;
        this.view = view;
        this.carriers = carriers;
        this.circuits = circuits;
    }

    @GetMapping
    @Allowed(value = Role.PROVINCE_ADMINISTRATOR, on = Reach.SELF)
    Page<vn.dondoc.contracts.api.Deliveries.Delivery> list(
            Caller caller,
            Window window,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String channel) {
        var filters = new ArrayList<Bson>(List.of(within(caller)));
        if (state != null) {
            filters.add(Filters.eq(StoredDelivery.STATE, named(DeliveryState.values(), state).name()));
        }
        if (channel != null) {
            filters.add(Filters.eq(StoredDelivery.CHANNEL, named(Channel.values(), channel).name()));
        }
        var filter = Filters.and(filters);
        return window.page(deliveries.list(filter, window.offset(), window.limit() + 1).stream().map(view::of).toList(), deliveries.count(filter));
    }

    @GetMapping("/{id}")
    @Allowed(value = Role.PROVINCE_ADMINISTRATOR, on = Reach.SELF)
    vn.dondoc.contracts.api.Deliveries.Content look(@PathVariable String id, Caller caller, Locale locale) {
        return view.withItems(found(id, caller), locale);
    }

    /** Once more, whatever came of it before; under the same key once. */
    @PostMapping("/{id}/resend")
    @Allowed(value = Role.PROVINCE_ADMINISTRATOR, on = Reach.SELF)
    vn.dondoc.contracts.api.Deliveries.Delivery resend(@PathVariable String id, Call call) {
        found(id, call.caller());
        var key = call.key();
        deliveries.resend(id, key == null ? Correlation.fresh() : call.newId("resend"));
        return view.of(found(id, call.caller()));
    }

    @PostMapping("/{id}/cancel")
    @Allowed(value = Role.PROVINCE_ADMINISTRATOR, on = Reach.SELF)
    vn.dondoc.contracts.api.Deliveries.Delivery cancel(@PathVariable String id, Call call) {
        found(id, call.caller());
        deliveries.cancel(id, "CANCELLED_BY_HAND");
        return view.of(found(id, call.caller()));
    }

    @GetMapping("/channels")
    @Allowed(value = Role.PROVINCE_ADMINISTRATOR, on = Reach.SELF)
    List<vn.dondoc.contracts.api.Deliveries.Channel> channels(Caller caller) {
        var within = within(caller);
        return Stream.of(Channel.values()).filter(channel -> channel != Channel.INBOX).map(channel -> {
            var waiting = Filters.and(within, Deliveries.waitingOn(channel));
            var held = Filters.and(within, Filters.eq(StoredDelivery.STATE, DeliveryState.HELD.name()), Filters.eq(StoredDelivery.CHANNEL, channel.name()));
            var health = circuits.health(channel);
            return new vn.dondoc.contracts.api.Deliveries.Channel(
                    channel.code(), carriers.isThere(channel), health.state().name().toLowerCase(Locale.ROOT).replace('_', '-'), health.failures(),
                    health.until(), deliveries.count(waiting), deliveries.count(held), deliveries.oldest(waiting), health.lastError(), health.lastErrorAt(),
                    health.lastSentAt());
        }).toList();
    }

    private Delivery found(String id, Caller caller) {
        return deliveries.find(id, within(caller)).orElseThrow(ProblemException::notFound);
    }

    private static Bson within(Caller caller) {
        return Filters.in(StoredDelivery.PROVINCE, caller.branch().figures().provinces().stream().map(UnitId::value).toList());
    }

    private static <E extends Enum<E> & Coded> E named(E[] all, String code) {
        return Arrays.stream(all).filter(one -> one.code().equals(code)).findFirst().orElseThrow(() -> ProblemException.of(400, "VALIDATION"));
    }
}
