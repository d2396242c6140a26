package io.github.zweiklick.servlet.container;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** What holds in every container. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ContainerContract
        implements PagesContract,
                CachingContract,
                DeploymentContract,
                EarlyHintsContract,
                ObservingContract,
                RereadingContract,
                AdminContract {
    private final List<RunningWar> running = new ArrayList<>();
    private Path changing = Path.of("");

    @BeforeAll
    void start() throws Exception {
        running.add(start(War.assemble(getClass().getSimpleName())));
        running.add(start(War.assemble(getClass().getSimpleName() + "-observed", ObservingContract.CONFIGURATION)));
        changing = War.assemble(getClass().getSimpleName() + "-changing");
        running.add(start(changing));
    }

    @AfterAll
    void stop() throws Exception {
        for (RunningWar war : running) {
            war.stop();
        }
    }

    @Override
    public DeployedSite site() {
        return new DeployedSite(running.get(0));
    }

    @Override
    public Path changing() {
        return changing;
    }

    @Override
    public DeployedSite changing(String configuration) throws IOException {
        War.configure(changing, configuration);
        return new DeployedSite(running.get(2));
    }

    @Override
    public DeployedSite observed() {
        return new DeployedSite(running.get(1));
    }
}
