@echo off
rem credtray for the terminal. A batch file waits for a program with windows, the prompt by itself does not.
"%~dp0..\..\Credtray.exe" %*
