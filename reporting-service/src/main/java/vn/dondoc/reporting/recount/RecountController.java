package vn.dondoc.reporting.recount;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import vn.dondoc.contracts.api.Operations;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.platform.access.Allowed;
import vn.dondoc.platform.access.Reach;

@RestController
@RequestMapping("/api/operations/reporting-service")
class RecountController {

    private static final Logger LOG = LoggerFactory.getLogger(RecountController.class);

    private final Recount recount;
    private final RestClient taskService;
    private final Source reports;
    private final Source targets;
    private volatile double last = Double.NaN;

    RecountController(Recount recount, RestClient taskService, Source reports, Source targets, MeterRegistry registry) {
        this.recount = recount;
        this.taskService = taskService;
        this.reports = reports;
        this.targets = targets;
        Gauge.builder("dondoc.recount.differences", this, controller -> controller.last)
                .description("Differences that the last recount of this instance found; NaN before the first")
                .register(registry);
    }

    /** Only reads, so repeating it is safe without a key. */
    @Allowed(value = Role.PROVINCE_ADMINISTRATOR, on = Reach.SELF)
    @PostMapping("/recount")
    Operations.Recount recount() {
        var found = recount.of(new Tasks(taskService), reports, targets);
        last = found.different();
        if (found.different() > 0) {
            LOG.error("Model {} is wrong in {} places, first {}", found.model(), found.different(), found.differences().getFirst());
        }
        return found;
    }
}
