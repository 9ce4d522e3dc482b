package dev.ullage.bench.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * What one run took.
 *
 * @param threadNanos CPU time of the thread that did it
 * @param processNanos CPU time of the whole process, the compiler's and the collector's included
 * @param heapPeak the most bytes of the heap that were in use, what nobody needed any more included
 */
public record Cost(long wallNanos, long threadNanos, long processNanos, long heapPeak) {

    private static final List<MemoryPoolMXBean> HEAP = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();

    /** Runs something once. */
    public static Cost of(Runnable job) {
        HEAP.forEach(MemoryPoolMXBean::resetPeakUsage);
        long wall = System.nanoTime();
        long process = processCpu();
        long thread = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        job.run();
        return new Cost(
                System.nanoTime() - wall,
                ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - thread,
                processCpu() - process,
                HEAP.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum());
    }

    /** CPU time that the process has taken since it began. */
    public static long processCpu() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }
}
