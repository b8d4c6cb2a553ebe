#ifndef C_FILE_SWAP_H
#define C_FILE_SWAP_H

/// Exchanges two existing paths in one step, so that no moment exists at which either is missing.
/// Returns 0, or -1 with errno set (ENOSYS or EINVAL where the file system cannot do it).
int file_swap(const char *one, const char *other);

/// Brings all that was written to the file system of an open file or folder to the disk.
/// Returns 0, or -1 with errno set, also where bytes that were written before could not be brought there.
int file_system_sync(int descriptor);

#endif
