package vn.dondoc.console.settings;

import java.nio.file.Path;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import vn.dondoc.contracts.secret.Trust;

/** Checks the settings before anything else is made of them. */
final class SettingsInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getBeanFactory().registerSingleton("consoleSettings", SettingsReader.read(context.getEnvironment()));
        var authorities = context.getEnvironment().getProperty("DONDOC_CA_FILE", "").strip();
        if (!authorities.isEmpty()) {
            Trust.everywhere(Path.of(authorities));
        }
    }
}
