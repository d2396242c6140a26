package io.github.zweiklick.servlet.container;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;

/** What holds where more applications than one are deployed: one that is observed, one whose configuration changes. */
abstract class ObservedContainerContract extends ContainerContract
        implements ObservingContract, RereadingContract, AdminContract {
    private Path changing = Path.of("");

    @BeforeAll
    void startMore() throws Exception {
        String name = getClass().getSimpleName();
        Path observed = War.assemble(name + "-observed", ObservingContract.CONFIGURATION);
        running.add(start(observed, RunningWar.Compression.NONE));
        changing = War.assemble(name + "-changing");
        running.add(start(changing, RunningWar.Compression.NONE));
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
