package io.github.zweiklick.servlet.container;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** What holds in every container: of an application, of one that is observed, and of one whose configuration changes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ContainerContract
        implements PagesContract,
                CommitContract,
                DispatchContract,
                CachingContract,
                RangeContract,
                CodingContract,
                CompressionContract,
                StreamingContract,
                DeploymentContract,
                CountingContract,
                ObservingContract,
                RereadingContract,
                AdminContract {
    private final List<RunningWar> running = new ArrayList<>();
    private Path changing = Path.of("");

    @BeforeAll
    void start() throws Exception {
        String name = getClass().getSimpleName();
        running.add(start(War.assemble(name), RunningWar.Compression.NONE));
        Path observed = War.assemble(name + "-observed", ObservingContract.CONFIGURATION);
        running.add(start(observed, RunningWar.Compression.NONE));
        changing = War.assemble(name + "-changing");
        running.add(start(changing, RunningWar.Compression.NONE));
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
    public DeployedSite observed() {
        return new DeployedSite(running.get(1));
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
}
