"""What `down` does: who asks ends before who is asked; the services at the same time."""

from concurrent.futures import ThreadPoolExecutor

from . import processes, services

# Seconds: long enough for the first end of a JVM on a busy machine, which writes its archive of classes
GRACE = 60.0


def stop(places, parts=services.STOPPING):
    """Stops these parts; gives those that did not end in time and were killed."""
    ours = [part for part in services.STOPPING if part in parts and part in services.NAMES]
    with ThreadPoolExecutor(max_workers=len(services.NAMES)) as pool:
        killed = [part for part, was in zip(ours, pool.map(lambda part: processes.stop(places, part, GRACE), ours)) if was]
    stores = [part for part in services.STOPPING if part in parts and part not in ours]
    return killed + [part for part in stores if processes.stop(places, part, GRACE)]
