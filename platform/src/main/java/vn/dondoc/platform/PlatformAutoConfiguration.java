package vn.dondoc.platform;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;
import vn.dondoc.platform.access.AccessConfiguration;
import vn.dondoc.platform.access.SecurityConfiguration;
import vn.dondoc.platform.audit.AuditConfiguration;
import vn.dondoc.platform.check.CheckConfiguration;
import vn.dondoc.platform.consume.ConsumeConfiguration;
import vn.dondoc.platform.consume.TopicConfiguration;
import vn.dondoc.platform.deadletter.DeadLetterConfiguration;
import vn.dondoc.platform.history.HistoryConfiguration;
import vn.dondoc.platform.memory.MemoryConfiguration;
import vn.dondoc.platform.merger.UnitMergerConfiguration;
import vn.dondoc.platform.problem.ProblemConfiguration;
import vn.dondoc.platform.process.ProcessConfiguration;
import vn.dondoc.platform.relay.RelayConfiguration;
import vn.dondoc.platform.state.StateConfiguration;
import vn.dondoc.platform.store.StoreConfiguration;
import vn.dondoc.platform.sweep.SweepConfiguration;
import vn.dondoc.platform.time.TimeConfiguration;
import vn.dondoc.platform.trace.TraceConfiguration;
import vn.dondoc.platform.trail.TrailConfiguration;
import vn.dondoc.platform.web.WebConfiguration;

/** Everything a service gets by depending on the platform; its settings are in {@code platform.yaml}, which it imports. */
@AutoConfiguration(beforeName = {
    "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration",
    "org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration",
    "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
    "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
    "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration"
})
@EnableConfigurationProperties(DondocProperties.class)
@Import({
    AccessConfiguration.class,
    SecurityConfiguration.class,
    AuditConfiguration.class,
    CheckConfiguration.class,
    ConsumeConfiguration.class,
    TopicConfiguration.class,
    DeadLetterConfiguration.class,
    HistoryConfiguration.class,
    MemoryConfiguration.class,
    ProblemConfiguration.class,
    ProcessConfiguration.class,
    RelayConfiguration.class,
    StateConfiguration.class,
    StoreConfiguration.class,
    SweepConfiguration.class,
    TimeConfiguration.class,
    TraceConfiguration.class,
    TrailConfiguration.class,
    UnitMergerConfiguration.class,
    WebConfiguration.class
})
public class PlatformAutoConfiguration {}
