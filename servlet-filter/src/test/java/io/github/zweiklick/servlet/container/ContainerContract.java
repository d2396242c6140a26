package io.github.zweiklick.servlet.container;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** What holds in every container. */
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
                DeploymentContract {
    final List<RunningWar> running = new ArrayList<>();

    @BeforeAll
    void start() throws Exception {
        running.add(start(War.assemble(getClass().getSimpleName()), RunningWar.Compression.NONE));
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
}
