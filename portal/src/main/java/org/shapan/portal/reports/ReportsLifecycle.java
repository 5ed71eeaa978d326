package org.shapan.portal.reports;

import java.util.concurrent.atomic.AtomicBoolean;
import org.shapan.portal.province.OnWarehouse;
import org.shapan.portal.province.Province;
import org.shapan.portal.province.ProvinceState;
import org.shapan.reports.schedule.ReportScheduler;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Starts the schedules when there are data to report on: what falls due before waits for them. */
@Component
@OnWarehouse
class ReportsLifecycle implements SmartLifecycle {
    private final Province province;
    private final ReportScheduler scheduler;
    private final FolderTemplates templates;
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile boolean running;
    private Runnable unlisten = () -> {};

    ReportsLifecycle(Province province, ReportScheduler scheduler, FolderTemplates templates) {
        this.templates = templates;
        this.province = province;
        this.scheduler = scheduler;
    }

    @Override
    public void start() {
        running = true;
        unlisten = province.listen(state -> {
            if (state instanceof ProvinceState.Ready) {
                startOnce();
            }
        });
        if (province.ready()) {
            startOnce();
        }
    }

    private void startOnce() {
        if (started.compareAndSet(false, true)) {
            Thread.ofVirtual().name("start-schedules").start(this::startSchedules);
        }
    }

    /** A template whose queries the cubes do not know must not be sent. */
    private void startSchedules() {
        templates.checkAtStart();
        scheduler.start();
    }

    @Override
    public void stop() {
        running = false;
        unlisten.run();
        if (started.get()) {
            scheduler.close();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
