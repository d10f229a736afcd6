package main

import "syscall"

// mountSmall mounts a file system of 4 MB, which only root may.
func mountSmall(folder string) error { return syscall.Mount("tmpfs", folder, "tmpfs", 0, "size=4m") }
